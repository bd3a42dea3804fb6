using System.Text;
using System.Text.Json;
using ConnectingPeople.Functions.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace ConnectingPeople.Functions.Tests.Forms;

/// <summary>Whom the limit per address takes for one, behind the front end of Azure and the proxy of the functions host.</summary>
public sealed class FormLimitTests
{
    private const string FormType = "application/x-www-form-urlencoded";

    [Fact]
    public async Task Each_who_comes_through_the_front_end_has_a_count_of_their_own()
    {
        using FormLimits limits = InAzure();

        Assert.Equal(FormLimits.PagesAnAddress, await PagesAsync(limits, nth => Told("203.0.113.9:5555")));
        Assert.Null(limits.Wait(await RequestAsync(Told("203.0.113.10:5555"))));
        Assert.NotNull(limits.Wait(await RequestAsync(Told("203.0.113.9:6666"))));
    }

    [Fact]
    public async Task Addresses_that_a_caller_writes_in_front_of_their_own_count_for_nothing()
    {
        using FormLimits limits = InAzure();

        Assert.Equal(FormLimits.PagesAnAddress, await PagesAsync(limits, nth => Told($"198.51.100.{nth % 250}:1, 192.0.2.{nth / 250}, 203.0.113.9:{nth}")));
    }

    [Theory]
    [InlineData("?Headers=x", null, null)]
    [InlineData("?headers=x", null, null)]
    [InlineData("", "{\"Headers\":{}}", "application/json")]
    [InlineData("", "{\"Headers\":{}}", FormType)]
    [InlineData("", " {\"Headers\":{}}", FormType)]
    [InlineData("", "\uFEFF{\"Headers\":{}}", FormType)]
    [InlineData("", "{\"Headers\":{}}", null)]
    public async Task What_a_caller_can_put_in_the_place_of_the_hosts_word_is_not_taken_for_it(string query, string? body, string? type)
    {
        using FormLimits limits = InAzure();

        Assert.Equal(FormLimits.PagesAnAddress, await PagesAsync(limits, nth => Told($"198.51.100.{nth % 250}:{nth}"), query, body, type));
    }

    [Fact]
    public async Task A_form_that_is_sent_counts_for_the_address_it_comes_from_and_stays_whole()
    {
        using FormLimits limits = InAzure();

        Assert.Equal(FormLimits.PagesAnAddress + 1, await PagesAsync(limits, nth => Told($"203.0.113.{nth % 2}"), "", "answer=3&do=next", FormType, FormLimits.PagesAnAddress + 1));
        HttpRequest request = await RequestAsync(Told("203.0.113.9"), "", "answer=3&do=next", FormType);
        Assert.Equal("answer=3&do=next", Encoding.UTF8.GetString((await request.BodyReader.ReadAsync()).Buffer.FirstSpan));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"Host\":\"study.example.org\"}")]
    [InlineData(null)]
    public async Task Without_a_word_of_the_front_end_the_connection_counts(string? told)
    {
        using FormLimits limits = InAzure();

        Assert.Equal(FormLimits.PagesAnAddress, await PagesAsync(limits, _ => told));
    }

    private static FormLimits InAzure() =>
        new(new ConfigurationBuilder().AddInMemoryCollection([new("WEBSITE_SITE_NAME", "func-study")]).Build());

    private static string Told(string forwardedFor) =>
        JsonSerializer.Serialize(new Dictionary<string, string> { ["Host"] = "study.example.org", ["x-forwarded-for"] = forwardedFor });

    /// <summary>How many of so many requests are let through.</summary>
    private static async Task<int> PagesAsync(
        FormLimits limits, Func<int, string?> told, string query = "", string? body = null, string? type = null, int requests = FormLimits.PagesAnAddress + 100)
    {
        int shown = 0;
        for (int nth = 0; nth < requests; nth++)
        {
            shown += limits.Wait(await RequestAsync(told(nth), query, body, type)) is null ? 1 : 0;
        }

        return shown;
    }

    /// <summary>A request as the worker sees it behind the proxy, with what the host told beside it put back.</summary>
    private static async Task<HttpRequest> RequestAsync(string? told, string query = "", string? body = null, string? type = null)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body ?? "");
        DefaultHttpContext http = new();
        http.Connection.RemoteIpAddress = new([10, 0, 0, 1]);
        http.Request.QueryString = new(query);
        http.Request.Body = new MemoryStream(bytes);
        http.Request.ContentType = type;
        http.Request.ContentLength = body is null ? null : bytes.Length;
        await ForwardedFor.PutBackAsync(http.Request, new Dictionary<string, object?> { ["Headers"] = told }, CancellationToken.None);
        return http.Request;
    }
}
