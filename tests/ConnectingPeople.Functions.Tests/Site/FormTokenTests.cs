using ConnectingPeople.Functions.Site;
using ConnectingPeople.Functions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using NodaTime.Testing;

namespace ConnectingPeople.Functions.Tests.Site;

/// <summary>A form counts when it was filled in on our page, by the person it was shown to, within twelve hours.</summary>
public sealed class FormTokenTests
{
    private const string Pat = "pat@example.org";

    private readonly FakeClock clock = new(Instant.FromUtc(2026, 3, 5, 9, 30));

    [Fact]
    public void It_fits_whom_it_was_made_for_on_any_instance_with_the_same_key()
    {
        string token = Tokens().Make(Pat);

        Assert.True(Tokens().Fits(Request(), token, Pat));
        Assert.False(Tokens().Fits(Request(), token, "sam@example.org"));
        Assert.False(Tokens(key: 2).Fits(Request(), token, Pat));
    }

    [Theory]
    [InlineData(12, true)]
    [InlineData(13, false)]
    [InlineData(24 * 365, false)]
    [InlineData(-1, false)]
    public void It_fits_for_twelve_hours(int hours, bool fits)
    {
        string token = Tokens().Make(Pat);

        clock.AdvanceHours(hours);

        Assert.Equal(fits, Tokens().Fits(Request(), token, Pat));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("492405")]
    [InlineData("492405.AAAA")]
    [InlineData("99999999999999999999.AAAA")]
    [InlineData("-1.AAAA")]
    [InlineData("492405.AAAA.AAAA")]
    public void Nothing_made_up_fits(string? token) => Assert.False(Tokens().Fits(Request(), token, Pat));

    [Fact]
    public void Another_end_in_the_same_token_does_not_fit()
    {
        string token = Tokens().Make(Pat);
        string ends = token.Split('.')[0];

        string prolonged = token.Replace(ends, $"{long.Parse(ends, null) - 1}", StringComparison.Ordinal);

        Assert.False(Tokens().Fits(Request(), prolonged, Pat));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("same-origin", true)]
    [InlineData("none", true)]
    [InlineData("same-site", false)]
    [InlineData("cross-site", false)]
    public void A_browser_that_says_the_form_is_another_sites_is_believed(string? from, bool fits) =>
        Assert.Equal(fits, Tokens().Fits(Request(from), Tokens().Make(Pat), Pat));

    private static HttpRequest Request(string? from = null)
    {
        HttpRequest request = new DefaultHttpContext().Request;
        request.Headers["Sec-Fetch-Site"] = from;
        return request;
    }

    private FormToken Tokens(byte key = 1) =>
        new(Options.Create(new PrivacyOptions { LinkKey = Convert.ToBase64String(Enumerable.Repeat(key, 32).ToArray()) }), clock);
}
