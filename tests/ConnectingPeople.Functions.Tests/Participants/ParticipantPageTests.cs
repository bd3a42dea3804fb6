using System.Net;
using ConnectingPeople.Functions.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ConnectingPeople.Functions.Tests.Participants;

/// <summary>The page of one participant: what it tells, to whom, and that everybody can use it.</summary>
public sealed class ParticipantPageTests(SharedApp shared, Browser browser) : IClassFixture<SharedApp>
{
    private const string Pat = "practitioner:pat@example.org";

    /// <summary>What people may write that could break a page: markup, letters that turn the line round, no place to break it.</summary>
    private static readonly string[] Hostile =
    [
        "<script>document.title='pwned'</script><b>bold</b>&amp;",
        "\u202Eevil \u2067turned\u2069 \u05D0\u05D1\u05D2",
        new('W', 200),
    ];

    private readonly App app = shared.App;

    [Theory]
    [InlineData(Pat, Browser.Phone)]
    [InlineData(Pat, Browser.Desk)]
    [InlineData("administrator", Browser.Desk)]
    public async Task It_breaks_no_rule_of_wcag_22_aa(string who, int width)
    {
        string id = await BusyPersonAsync();
        IPage page = await browser.OpenAsync(app, who, $"/participants/{id}?done=notes", width);

        Assert.Empty(await Browser.FaultsAsync(page));

        await page.GetByRole(AriaRole.Link, new() { Name = "They want to leave the study" }).ClickAsync();
        Assert.Empty(await Browser.FaultsAsync(page));
    }

    [Fact]
    public async Task It_tells_where_they_stand_what_comes_next_and_what_they_said()
    {
        string id = await BusyPersonAsync();

        IPage page = await browser.OpenAsync(app, Pat, $"/participants/{id}", script: false);

        ILocator main = page.GetByRole(AriaRole.Main);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Amira Khan");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(id);
        await Expect(main).ToContainTextAsync("Thursdays at 11:00");
        await Expect(main).ToContainTextAsync("Rated getting there on ");
        await Expect(main.Locator("blockquote").Filter(new() { HasText = "about 4 I think" })).ToBeVisibleAsync();
        await Expect(main).ToContainTextAsync("People: 4");
        await Expect(main).ToContainTextAsync("Asked for a call");
        await Expect(main).ToContainTextAsync("Hi Amira, Connecting People.");
        await Expect(main.GetByRole(AriaRole.Img, new() { Name = "People they spent time with" })).ToBeVisibleAsync();
        Assert.DoesNotContain("\uE000", await main.InnerTextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("practitioner:sam@example.org")]
    [InlineData("supervisor:una@example.org")]
    public async Task Somebody_elses_cannot_be_told_from_nobodys(string who)
    {
        string id = await app.EnrolAsync(SharedApps.NewPhone());
        string nobody = id == "CP-000000" ? "CP-111117" : "CP-000000";

        PageAnswer theirs = await app.BrowseAsync(who, $"/participants/{id}");
        PageAnswer none = await app.BrowseAsync(who, $"/participants/{nobody}");

        Assert.Equal(HttpStatusCode.NotFound, theirs.Status);
        Assert.Equal(WithoutToken(none.Text), WithoutToken(theirs.Text));
        Assert.DoesNotContain("Amira", theirs.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supervisor_reads_their_agencys_and_changes_nothing()
    {
        await app.PutAsync("administrator", "/api/staff/sue@example.org", new { name = "Sue", agencyId = "north", role = "supervisor" });
        string id = await app.EnrolAsync(SharedApps.NewPhone());

        PageAnswer page = await app.BrowseAsync("supervisor:sue@example.org", $"/participants/{id}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Amira Khan", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(320)]
    [InlineData(Browser.Phone)]
    public async Task What_people_write_is_words_and_breaks_nothing(int width)
    {
        foreach (string words in Hostile)
        {
            string phone = SharedApps.NewPhone();
            string id = await app.EnrolAsync(phone, words.Length > 100 ? words[..100] : words);
            await app.SendFormAsync(Pat, $"/participants/{id}", $"/participants/{id}/goals", ("goal", words));
            await app.SendFormAsync(Pat, $"/participants/{id}", $"/participants/{id}/notes", ("note", words));
            await app.TextAsync(phone, words);
            await app.TextAsync(phone, string.Concat(Enumerable.Repeat("😊", 1600)));

            IPage page = await browser.OpenAsync(app, Pat, $"/participants/{id}", width);

            Assert.Empty(await Browser.FaultsAsync(page));
            Assert.Equal($"Participant {id} - Connecting People", await page.TitleAsync());
            Assert.Equal(0, await page.Locator("main script, main b").CountAsync());
            await Expect(page.Locator("blockquote").Filter(new() { HasText = words })).ToHaveCountAsync(1);
            await Expect(page.Locator("h1 bdi")).ToHaveTextAsync(words.Length > 100 ? words[..100] : words);
        }
    }

    [Fact]
    public async Task The_timeline_begins_with_the_latest_and_goes_back_to_the_beginning_on_request()
    {
        string phone = SharedApps.NewPhone();
        string id = await app.EnrolAsync(phone);
        for (int n = 0; n < 45; n++)
        {
            await app.TextAsync(phone, $"hello number {n}");
        }

        PageAnswer latest = await app.BrowseAsync(Pat, $"/participants/{id}");
        PageAnswer all = await app.BrowseAsync(Pat, $"/participants/{id}?timeline=all");

        Assert.Contains("hello number 44<", latest.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("hello number 0<", latest.Text, StringComparison.Ordinal);
        Assert.Contains("hello number 0<", all.Text, StringComparison.Ordinal);
    }

    private static string WithoutToken(string page) => System.Text.RegularExpressions.Regex.Replace(page, "CP-[0-9A-Z]{6}|value=\"[^\"]*\"", "");

    /// <summary>Somebody with ratings, answers, alerts, a note and everything else the page can show.</summary>
    private async Task<string> BusyPersonAsync()
    {
        string phone = SharedApps.NewPhone();
        string id = await app.EnrolAsync(phone);
        await app.GoToCheckInAsync();
        foreach (string reply in (string[])["getting there", "about 4 I think", "5 or 6", "yes", "3", "it was fine, thanks", "call me please", "i cant go on"])
        {
            await app.TextAsync(phone, reply);
        }

        await app.SendFormAsync(Pat, $"/participants/{id}", $"/participants/{id}/notes", ("note", "Rang on Friday."));
        return id;
    }
}
