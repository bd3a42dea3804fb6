using ConnectingPeople.Functions.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ConnectingPeople.Functions.Tests.Waves;

/// <summary>The list of waves: what a researcher works with, and a practitioner sees of their own people.</summary>
public sealed class WavesPageTests(Browser browser)
{
    private const string Pat = $"practitioner:{People.Practitioner}";

    [Fact]
    public async Task A_researcher_finds_open_waves_by_pseudonym_the_first_to_close_first_and_goes_on_to_the_interview()
    {
        await using App app = await App.StartAsync();
        string first = await app.EnrolAsync();
        await app.GoToAsync("2026-01-20T10:00:00Z");
        string second = await app.EnrolAsync("+447700900124", "Ben Osei");
        await app.AdvanceAsync("PT1H");
        await app.PutAsync("researcher", $"/api/participants/{first}/waves/baseline/answers", new { answers = new { advice = 1, days = (int?)null } });

        IPage page = await browser.OpenAsync(app, "researcher", "/waves", script: false);

        await Expect(page.Locator("tbody tr")).ToContainTextAsync([first, second]);
        await Expect(page.Locator("tbody tr").First).ToContainTextAsync("North team");
        await Expect(page.Locator("tbody tr").First).ToContainTextAsync("5 Jan to 15 Feb 2026, 26 days left");
        await Expect(page.Locator("tbody tr").First).ToContainTextAsync("2 of 15");
        await Expect(page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("Amira");
        await page.GetByRole(AriaRole.Link, new() { Name = first }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Baseline interview");
    }

    [Fact]
    public async Task Waves_that_closed_and_those_to_come_are_a_choice_away()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();
        await app.GoToAsync("2026-02-20T10:00:00Z");

        Assert.DoesNotContain(id, (await app.BrowseAsync("researcher", "/waves")).Text, StringComparison.Ordinal);
        Assert.Contains($"/participants/{id}/waves/baseline", (await app.BrowseAsync("researcher", "/waves?state=missed")).Text, StringComparison.Ordinal);
        Assert.Contains($"/participants/{id}/waves/nine-month", (await app.BrowseAsync("researcher", "/waves?state=not-open")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(id, (await app.BrowseAsync("researcher", "/waves?state=missed&agency=south")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Practitioners_see_their_own_people_by_name_and_nobody_elses()
    {
        await using App app = await App.StartAsync();
        await app.EnrolAsync();
        await app.PutAsync("administrator", "/api/staff/nan@example.org", new { name = "Nan", agencyId = "north", role = "practitioner" });
        await app.AdvanceAsync("PT1H");

        Assert.Contains("Amira Khan", (await app.BrowseAsync(Pat, "/waves")).Text, StringComparison.Ordinal);
        Assert.Contains("No wave is open.", (await app.BrowseAsync("practitioner:nan@example.org", "/waves")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(320)]
    [InlineData(Browser.Desk)]
    public async Task It_breaks_no_rule_of_wcag_22_aa(int width)
    {
        await using App app = await App.StartAsync();
        await app.EnrolAsync(name: new string('W', 100));
        await app.AdvanceAsync("PT1H");

        Assert.Empty(await Browser.FaultsAsync(await browser.OpenAsync(app, Pat, "/waves", width)));
    }

    [Fact]
    public async Task An_interview_that_is_to_be_done_is_seen_on_the_caseload_and_the_persons_page_until_it_is_done()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();
        await app.GoToAsync("2026-02-03T10:00:00Z");

        string caseload = (await app.BrowseAsync(Pat, "/caseload")).Text;
        string person = (await app.BrowseAsync(Pat, $"/participants/{id}")).Text;
        await app.PutAsync(Pat, $"/api/participants/{id}/waves/baseline/answers", new { answers = InterviewTests.All });

        Assert.Contains("app-people__due--soon\">Baseline interview by 15 Feb<", caseload, StringComparison.Ordinal);
        Assert.Contains("The baseline interview is due by Sunday 15 February 2026: 15 of 15 answers are missing.", person, StringComparison.Ordinal);
        Assert.DoesNotContain("Baseline interview by", (await app.BrowseAsync(Pat, "/caseload")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("is due by", (await app.BrowseAsync(Pat, $"/participants/{id}")).Text, StringComparison.Ordinal);
    }
}
