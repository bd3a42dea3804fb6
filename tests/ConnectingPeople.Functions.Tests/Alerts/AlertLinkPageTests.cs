using System.Net;
using System.Text.RegularExpressions;
using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Functions.Alerts;
using ConnectingPeople.Functions.Site;
using ConnectingPeople.Functions.Tests.Participants;
using ConnectingPeople.Functions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static ConnectingPeople.Functions.Tests.Participants.CaseloadPeople;
using static Microsoft.Playwright.Assertions;

namespace ConnectingPeople.Functions.Tests.Alerts;

/// <summary>The link in an alert's email, from the inbox on.</summary>
public sealed partial class AlertLinkPageTests(SharedApp shared, Browser browser) : IClassFixture<SharedApp>
{
    private static uint people = 9_000;

    private readonly App app = shared.App;

    [Fact]
    public async Task The_link_in_the_inbox_leads_to_a_page_whose_button_keeps_the_alert_from_going_on()
    {
        await using App own = await App.StartAsync();
        await own.PutAsync("administrator", "/api/agencies/north", new { name = "North team", sector = "nhs" });
        await own.PutAsync("administrator", "/api/staff/sue@example.org", new { name = "Sue", agencyId = "north", role = "supervisor" });
        string id = await own.EnrolAsync();
        await own.Phones.TypeAsync(People.Amira, "call me please about my landlord");
        await own.AdvanceAsync("PT10M", "PT1M");
        string link = Link().Match(own.Phones.Inboxes.At(People.Practitioner).Single().Text).Value;

        IPage page = await browser.OpenAsync(own, null, new Uri(link).PathAndQuery, Browser.Phone, script: false);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync($"Amira {id}");
        await Expect(page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("landlord");
        await Expect(page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("Khan");
        await page.GetByRole(AriaRole.Button, new() { Name = "Acknowledge" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("You acknowledged the alert");
        await own.AdvanceAsync("P5D", "P1D");

        Assert.Empty(own.Phones.Inboxes.At("sue@example.org"));
        Assert.Contains("acknowledged it on", (await own.BrowseAsync($"practitioner:{People.Practitioner}", "/alerts")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(320)]
    [InlineData(Browser.Phone)]
    [InlineData(Browser.Desk)]
    public async Task It_breaks_no_rule_of_wcag_22_aa(int width)
    {
        string link = await LinkAsync(name: Emoji);

        IPage page = await browser.OpenAsync(app, null, link, width);

        Assert.Empty(await Browser.FaultsAsync(page));
    }

    [Fact]
    public async Task To_open_it_changes_nothing_however_often()
    {
        string link = await LinkAsync();
        IReadOnlyList<string> before = await app.RowsAsync();

        PageAnswer first = await app.BrowseAsync(null, link);
        await app.BrowseAsync(null, link);
        await app.BrowseAsync(null, link + "?did=acknowledge");

        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal(PageResult.ContentSecurityPolicy, first.Header("Content-Security-Policy"));
        Assert.Equal("no-store", first.Header("Cache-Control"));
        Assert.Equal(before, await app.RowsAsync());
    }

    [Fact]
    public async Task It_resolves_in_the_name_of_whom_it_was_sent_to_and_later_ones_are_told_so()
    {
        string link = await LinkAsync();

        PageAnswer resolved = await app.BrowseAsync(null, link, "POST", new Dictionary<string, string> { ["act"] = "resolve", ["why"] = "Rang her." });
        PageAnswer after = await app.BrowseAsync(null, resolved.Location);
        PageAnswer late = await app.BrowseAsync(null, (await app.BrowseAsync(null, link, "POST", new Dictionary<string, string> { ["act"] = "acknowledge" })).Location);

        Assert.Equal(HttpStatusCode.SeeOther, resolved.Status);
        Assert.Contains("that it is dealt with", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<button", after.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed", late.Text, StringComparison.Ordinal);
        Assert.Contains("Rang her.", (await app.BrowseAsync($"practitioner:{People.Practitioner}", "/alerts?show=resolved")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_a_button_of_the_page_changes_nothing()
    {
        string link = await LinkAsync();
        IReadOnlyList<string> before = await app.RowsAsync();

        PageAnswer posted = await app.BrowseAsync(null, link, "POST", new Dictionary<string, string> { ["act"] = "erase" });

        Assert.Equal(HttpStatusCode.BadRequest, posted.Status);
        Assert.Equal(before, await app.RowsAsync());
    }

    [Fact]
    public async Task A_forged_link_leads_nowhere()
    {
        string link = await LinkAsync();

        await AssertLeadsNowhereAsync(link[..^3] + "AAA");
        await AssertLeadsNowhereAsync("/alerts/link/nonsense");
        await AssertLeadsNowhereAsync("/alerts/link/" + Uri.EscapeDataString("é.é"));
    }

    [Fact]
    public async Task A_link_of_somebody_who_may_no_longer_see_the_person_leads_nowhere()
    {
        await app.PutAsync("administrator", "/api/agencies/south", new { name = "South team", sector = "nhs" });
        await app.PutAsync("administrator", "/api/staff/sam@example.org", new { name = "Sam", agencyId = "south", role = "supervisor" });
        await app.PutAsync("administrator", "/api/staff/old@example.org", new { name = "Old", agencyId = "north", role = "practitioner" });

        await AssertLeadsNowhereAsync(await LinkAsync("old@example.org"));
        await AssertLeadsNowhereAsync(await LinkAsync("sam@example.org"));
        await AssertLeadsNowhereAsync(await LinkAsync("gone@example.org"));
    }

    [Fact]
    public async Task Supervisors_of_the_agency_and_administrators_may_use_theirs()
    {
        await app.PutAsync("administrator", "/api/staff/sue@example.org", new { name = "Sue", agencyId = "north", role = "supervisor" });
        await app.PutAsync("administrator", "/api/staff/ada@example.org", new { name = "Ada", agencyId = "north", role = "administrator" });

        Assert.Equal(HttpStatusCode.OK, (await app.BrowseAsync(null, await LinkAsync("sue@example.org"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await app.BrowseAsync(null, await LinkAsync("ada@example.org"))).Status);
    }

    [Fact]
    public async Task Somebody_else_who_is_signed_in_cannot_use_it_and_its_reader_can()
    {
        string link = await LinkAsync();

        await AssertLeadsNowhereAsync(link, "practitioner:other@example.org");
        await AssertLeadsNowhereAsync(link, "administrator");
        Assert.Equal(HttpStatusCode.OK, (await app.BrowseAsync($"practitioner:{People.Practitioner}", link)).Status);
    }

    [Fact]
    public async Task After_two_weeks_it_leads_nowhere()
    {
        await using App own = await App.StartAsync();
        await own.AddStaffAsync();
        string link = await LinkAsync(on: own);

        await own.AdvanceAsync("P13D", "P13D");
        Assert.Equal(HttpStatusCode.OK, (await own.BrowseAsync(null, link)).Status);
        await own.AdvanceAsync("P1D", "P1D");

        await AssertLeadsNowhereAsync(link, on: own);
    }

    private async Task AssertLeadsNowhereAsync(string link, string? who = null, App? on = null)
    {
        IReadOnlyList<string> before = await (on ?? app).RowsAsync();

        PageAnswer shown = await (on ?? app).BrowseAsync(who, link);
        PageAnswer posted = await (on ?? app).BrowseAsync(who, link, "POST", new Dictionary<string, string> { ["act"] = "resolve" });

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (shown.Status, posted.Status));
        Assert.DoesNotContain("Amira", shown.Text, StringComparison.Ordinal);
        Assert.Equal(before, await (on ?? app).RowsAsync());
    }

    private async Task<string> LinkAsync(string reader = People.Practitioner, string name = "Amira Khan", App? on = null)
    {
        Domain.Participants.Participant person = Somebody(Interlocked.Increment(ref people) * 31).With(RuleNames.AskedForACall, Severity.Soon, "A fact about them.", 2);
        await (on ?? app).StoreAsync(person, name);
        AlertLinks links = (on ?? app).Services.GetRequiredService<AlertLinks>();
        return new Uri(links.Make(new AlertReference(person.Id, person.Alerts[0].Id), reader)).PathAndQuery;
    }

    [GeneratedRegex(@"http\S+/alerts/link/\S+")]
    private static partial Regex Link();
}
