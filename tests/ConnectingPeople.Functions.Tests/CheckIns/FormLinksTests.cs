using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Alerts;
using ConnectingPeople.Functions.CheckIns;
using ConnectingPeople.Functions.Messaging;
using ConnectingPeople.Functions.Storage;
using Microsoft.Extensions.Options;
using NodaTime.Testing;

namespace ConnectingPeople.Functions.Tests.CheckIns;

/// <summary>A link says whose form it leads to, proves that we made it, and is as short as can be.</summary>
public sealed class FormLinksTests
{
    private static readonly ParticipantId Amira = ParticipantId.From(4711);
    private static readonly IOptions<SiteOptions> Site = Options.Create(new SiteOptions { PublicUrl = "https://study.example.org/" });

    private readonly FakeClock clock = new(Instant.FromUtc(2026, 1, 8, 11, 0));
    private readonly FormLinks links;

    public FormLinksTests() => links = new FormLinks(Privacy(1), Site, clock);

    [Theory]
    [InlineData("weekly-2026-01-08", 30)]
    [InlineData("nine-month-2026-10-05", 35)]
    public void A_link_leads_to_its_check_in(string checkIn, int length)
    {
        string link = links.Make(Amira, checkIn);

        Assert.StartsWith("https://study.example.org/check-in/", link, StringComparison.Ordinal);
        Assert.Equal(length, TokenOf(link).Length);
        Assert.Equal(new FormAddress(Amira, checkIn), links.Read(TokenOf(link)));
        Assert.Equal(link, links.Make(Amira, checkIn));
    }

    [Fact]
    public void Every_participant_and_day_comes_back()
    {
        foreach (uint number in (uint[])[0, 1, 31, 32, 4711, (1 << 25) - 1])
        {
            ParticipantId id = ParticipantId.From(number);

            Assert.Equal(new FormAddress(id, "weekly-2026-01-01"), links.Read(TokenOf(links.Make(id, "weekly-2026-01-01"))));
        }
    }

    [Fact]
    public void No_letter_of_a_token_can_be_changed_added_or_left_out()
    {
        string token = TokenOf(links.Make(Amira, "weekly-2026-01-08"));

        for (int i = 0; i < token.Length; i++)
        {
            Assert.Null(links.Read(token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..]));
            Assert.Null(links.Read(token[..i]));
            Assert.Null(links.Read(token.Remove(i, 1)));
        }

        Assert.All(["", "A", "!", token + "A", token + "=", token + "==", " " + token, token + "\n", new string('A', 10_000), "\uE001"], other => Assert.Null(links.Read(other)));
    }

    [Fact]
    public void Another_key_or_another_purpose_proves_nothing()
    {
        UnsubscribeLinks unsubscribing = new(Privacy(1), Site);
        AlertLinks alerts = new(Privacy(1), Site, clock);
        string form = TokenOf(links.Make(Amira, "weekly-2026-01-08"));

        Assert.Null(new FormLinks(Privacy(2), Site, clock).Read(form));
        Assert.Null(unsubscribing.Read(form));
        Assert.Null(alerts.Read(form));
        Assert.Null(links.Read(TokenOf(unsubscribing.Make(Amira))));
        Assert.Null(links.Read(TokenOf(alerts.Make(new AlertReference(Amira, "opted-out-2026-01-08"), "pat@example.org"))));
        Assert.Equal(Amira, unsubscribing.Read(TokenOf(unsubscribing.Make(Amira))));
    }

    [Fact]
    public void A_link_ends_a_year_after_its_day()
    {
        string token = TokenOf(links.Make(Amira, "weekly-2026-01-08"));

        clock.AdvanceDays(366);
        Assert.NotNull(links.Read(token));
        clock.AdvanceDays(1);
        Assert.Null(links.Read(token));
    }

    [Fact]
    public void A_text_without_a_place_for_a_link_gets_none() =>
        Assert.Equal(
            ("Hi", "See \uE001", $"See {links.Make(Amira, "weekly-2026-01-08")}"),
            (links.PutInto("Hi", Amira, "weekly-2026-01-08"), links.PutInto("See \uE001", Amira, null), links.PutInto("See \uE001", Amira, "weekly-2026-01-08")));

    private static string TokenOf(string link) => link[(link.LastIndexOf('/') + 1)..];

    private static IOptions<PrivacyOptions> Privacy(byte key) => Options.Create(new PrivacyOptions { LinkKey = Convert.ToBase64String([.. Enumerable.Repeat(key, 32)]) });
}
