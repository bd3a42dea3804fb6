using System.Net;
using ConnectingPeople.Functions.Tests.Participants;
using ConnectingPeople.Functions.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ConnectingPeople.Functions.Tests.Agencies;

/// <summary>The pages of agencies, with a caseload of fifteen, in real Chromium.</summary>
public sealed class AgencyPageTests(CaseloadPageTests.Stored stored, Browser browser) : IClassFixture<CaseloadPageTests.Stored>
{
    private const string Sue = "supervisor:sue@example.org";

    private readonly App app = stored.App;

    [Theory]
    [InlineData("/agencies", 320)]
    [InlineData("/agencies", Browser.Desk)]
    [InlineData("/agencies/north", 320)]
    [InlineData("/agencies/north", Browser.Phone)]
    [InlineData("/agencies/north", Browser.Desk)]
    public async Task They_break_no_rule_of_wcag_22_aa(string path, int width)
    {
        await AddAsync();

        IPage page = await browser.OpenAsync(app, "administrator", path, width);

        Assert.Empty(await Browser.FaultsAsync(page));
    }

    [Fact]
    public async Task Supervisors_come_to_their_own_agency_and_read_how_things_go()
    {
        await AddAsync();

        IPage page = await browser.OpenAsync(app, Sue, "/agencies", script: false);
        ILocator main = page.GetByRole(AriaRole.Main);

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("North team");
        await Expect(main).ToContainTextAsync("53 of 57 check-ins that ended in the last 12 weeks were answered");
        await Expect(main.GetByText("Enrolled").Locator("xpath=..")).ToContainTextAsync("15");
        await Expect(main.GetByText("Pat", new() { Exact = true }).Locator("xpath=..")).ToContainTextAsync("14 people");
        await Expect(main.GetByRole(AriaRole.Row, new() { Name = "Worrying words" })).ToContainTextAsync("1");
        await Expect(main).ToContainTextAsync("Mean 4.0 of 5, from 2 assessments.");
        await Expect(main).Not.ToContainTextAsync("Amira");
    }

    [Fact]
    public async Task Other_agencies_and_ones_that_do_not_exist_are_not_found()
    {
        await AddAsync();

        foreach ((string who, string path) in new[] { (Sue, "/agencies/south"), (Sue, "/agencies/none"), ("supervisor:new@example.org", "/agencies/north"), ("administrator", "/agencies/none"), ("administrator", "/agencies/..%2F") })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await app.BrowseAsync(who, path)).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await app.BrowseAsync("supervisor:new@example.org", "/agencies")).Status);
    }

    private async Task AddAsync()
    {
        await app.PutAsync("administrator", "/api/staff/sue@example.org", new { name = "Sue", agencyId = "north", role = "supervisor" });
        await app.PutAsync("administrator", "/api/agencies/south", new { name = "South <b>team</b>", sector = "third-sector" });
        await app.PutAsync("administrator", Assessing.North, app.Assessment("observer", 3).With("id", "first"));
        await app.PutAsync("administrator", Assessing.North, app.Assessment("service-user", 5).With("id", "second"));
    }
}
