using System.Net;
using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Tests.Support;
using Microsoft.Playwright;
using static ConnectingPeople.Functions.Tests.Participants.CaseloadPeople;
using static Microsoft.Playwright.Assertions;

namespace ConnectingPeople.Functions.Tests.Participants;

/// <summary>A caseload of fifteen, in real Chromium.</summary>
public sealed class CaseloadPageTests(CaseloadPageTests.Stored stored, Browser browser) : IClassFixture<CaseloadPageTests.Stored>
{
    private const string Pat = $"practitioner:{People.Practitioner}";

    private readonly App app = stored.App;

    [Theory]
    [InlineData("/caseload", 320)]
    [InlineData("/caseload", Browser.Phone)]
    [InlineData("/caseload", 1024)]
    [InlineData("/caseload", Browser.Desk)]
    [InlineData("/caseload?search=nobody", Browser.Phone)]
    public async Task It_breaks_no_rule_of_wcag_22_aa_and_never_scrolls_sideways(string path, int width)
    {
        IPage page = await browser.OpenAsync(app, Pat, path, width);

        Assert.Empty(await Browser.FaultsAsync(page));
    }

    [Fact]
    public async Task The_most_urgent_stands_first_then_whoever_is_silent_longest_and_who_left_last()
    {
        Assert.Equal(
            ["Amira Khan", "Chloe Adeyemi", "Meera Patel", "Brendan O'Leary", "Ivan Petrov", "Hassan Ali", "Grace Thomas", "Dariusz Kowalski", Emoji, "Femi Balogun",
                "Kirsty Macdonald", "Eilidh Fraser", Hostile, "Jo Evans", "Liam Walsh"],
            await NamesAsync("/caseload"));
    }

    [Fact]
    public async Task It_comes_in_the_order_asked_for()
    {
        Assert.Equal(["Amira Khan", "Brendan O'Leary", "Chloe Adeyemi"], (await NamesAsync("/caseload?order=name")).Skip(1).Take(3));
        Assert.Equal(["Hassan Ali", "Liam Walsh", "Chloe Adeyemi"], (await NamesAsync("/caseload?order=last-heard")).Take(3));
        Assert.Equal(["Femi Balogun", "Grace Thomas", "Liam Walsh"], (await NamesAsync("/caseload?order=next-check-in")).TakeLast(3).Order());
    }

    [Fact]
    public async Task People_are_found_by_part_of_a_name_by_id_and_by_state()
    {
        string amira = ParticipantId.From(11).Text;

        Assert.Equal(["Amira Khan"], await NamesAsync("/caseload?search=aMIR"));
        Assert.Equal(["Amira Khan"], await NamesAsync("/caseload?search=am%C3%ADra"));
        Assert.Equal(["Amira Khan"], await NamesAsync($"/caseload?search={amira[3..].ToLowerInvariant()}"));
        Assert.Equal(["Dariusz Kowalski"], await NamesAsync("/caseload?state=paused"));
        Assert.Equal(["Femi Balogun"], await NamesAsync("/caseload?state=opted-out"));
        Assert.Equal(["Grace Thomas"], await NamesAsync("/caseload?state=unreachable"));
        Assert.Equal(["Liam Walsh"], await NamesAsync("/caseload?state=left"));
        Assert.Empty(await NamesAsync("/caseload?search=nobody"));
        Assert.Equal(15, (await NamesAsync("/caseload?state=nonsense&order=nonsense&page=-1")).Count);
    }

    [Fact]
    public async Task A_row_says_in_words_what_its_colours_and_line_show()
    {
        IPage page = await browser.OpenAsync(app, Pat, "/caseload?search=Brendan");
        ILocator row = page.GetByRole(AriaRole.Row).Nth(1);

        string text = await row.InnerTextAsync();

        Assert.Contains("1 routine", text, StringComparison.Ordinal);
        Assert.Contains("4 days ago", text, StringComparison.Ordinal);
        Assert.Contains("6 at first, 2 at last, in 7 answers", text, StringComparison.Ordinal);
        Assert.Contains("2 of 4, as before", text, StringComparison.Ordinal);
        Assert.Contains("Thu 8 Jan", text, StringComparison.Ordinal);
        await Expect(row.GetByTitle("1 Jan 2026")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_script_one_searches_filters_and_sorts()
    {
        IPage page = await browser.OpenAsync(app, Pat, "/caseload", script: false);

        await page.GetByLabel("Name or id").FillAsync("Brendan");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row)).ToHaveCountAsync(2);
        await Expect(page.GetByLabel("Name or id")).ToHaveValueAsync("Brendan");
        Assert.DoesNotContain("Brendan", page.Url, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { Name = "Last heard" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row)).ToHaveCountAsync(2);
        await page.GetByLabel("Name or id").ClearAsync();

        await page.GetByLabel("State").SelectOptionAsync("Active");
        await page.GetByLabel("Order").SelectOptionAsync("Name");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();

        Assert.EndsWith("state=active&order=name", page.Url, StringComparison.Ordinal);
        await Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "Name" })).ToHaveAttributeAsync("aria-sort", "ascending");
        await page.GetByRole(AriaRole.Link, new() { Name = "Last heard" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row).Nth(1)).ToContainTextAsync("Hassan Ali");
        Assert.Contains("state=active", page.Url, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { Name = "Show all" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row)).ToHaveCountAsync(16);
    }

    [Fact]
    public async Task Hostile_names_and_goals_are_shown_as_they_are()
    {
        PageAnswer page = await app.BrowseAsync(Pat, "/caseload?search=%3Cscript%3E");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("<script", page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("1 person fits", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_sees_them_but_their_supervisor_and_administrators()
    {
        await app.PutAsync("administrator", "/api/staff/sue@example.org", new { name = "Sue", agencyId = "north", role = "supervisor" });
        await app.PutAsync("administrator", "/api/agencies/south", new { name = "South team", sector = "nhs" });
        await app.PutAsync("administrator", "/api/staff/sam@example.org", new { name = "Sam", agencyId = "south", role = "supervisor" });

        Assert.Empty(await NamesAsync("/caseload", "practitioner:other@example.org"));
        Assert.Empty(await NamesAsync("/caseload", "supervisor:sam@example.org"));
        Assert.Equal(15, (await NamesAsync("/caseload", "supervisor:sue@example.org")).Count);
        Assert.Equal(15, (await NamesAsync("/caseload", "administrator")).Count);
    }

    [Fact]
    public async Task Practitioners_land_on_their_caseload()
    {
        IPage page = await browser.OpenAsync(app, Pat, "/");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Caseload");
        await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Pages" }).GetByText("Caseload")).ToHaveAttributeAsync("aria-current", "page");
    }

    private async Task<IReadOnlyList<string>> NamesAsync(string path, string who = Pat)
    {
        IPage page = await browser.OpenAsync(app, who, path, script: false);
        return await page.Locator(".app-people__name a").AllInnerTextsAsync();
    }

    /// <summary>One app with the caseload for all these tests.</summary>
    public sealed class Stored : IAsyncLifetime
    {
        public App App { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            App = await App.StartAsync();
            await App.AddStaffAsync();
            await App.StoreCaseloadAsync();
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
