using System.Net;
using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Functions.Site;
using ConnectingPeople.Functions.Tests.Participants;
using ConnectingPeople.Functions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static ConnectingPeople.Functions.Tests.Participants.CaseloadPeople;
using static Microsoft.Playwright.Assertions;

namespace ConnectingPeople.Functions.Tests.Alerts;

/// <summary>The page of alerts, in real Chromium. Each test has a practitioner of its own.</summary>
public sealed class AlertsPageTests(SharedApp shared, Browser browser) : IClassFixture<SharedApp>
{
    private static uint people = 5_000;

    private readonly App app = shared.App;
    private readonly string email = $"p{Guid.NewGuid():N}@example.org";

    private string Pat => $"practitioner:{email}";

    [Theory]
    [InlineData(320)]
    [InlineData(Browser.Phone)]
    [InlineData(Browser.Desk)]
    public async Task It_breaks_no_rule_of_wcag_22_aa_whatever_people_are_called(int width)
    {
        await StoreAsync(Hostile, RuleNames.RiskPhrase, Severity.Urgent);
        await StoreAsync(Emoji, RuleNames.AskedForACall, Severity.Soon, AlertState.Acknowledged);
        await StoreAsync("Jo Evans", RuleNames.GoalStuck, Severity.Routine);

        IPage page = await browser.OpenAsync(app, Pat, "/alerts", width);

        await Expect(page.GetByRole(AriaRole.Article)).ToHaveCountAsync(3);
        Assert.Empty(await Browser.FaultsAsync(page));
    }

    [Fact]
    public async Task The_most_urgent_stands_first_with_its_state_in_words()
    {
        await StoreAsync("Jo Evans", RuleNames.GoalStuck, Severity.Routine);
        await StoreAsync("Amira Khan", RuleNames.RiskPhrase, Severity.Urgent);

        IPage page = await browser.OpenAsync(app, Pat, "/alerts");
        string first = await page.GetByRole(AriaRole.Article).First.InnerTextAsync();

        Assert.Contains("2 alerts, 1 of them urgent. The most urgent stand first.", await page.GetByRole(AriaRole.Main).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Amira Khan", first, StringComparison.Ordinal);
        Assert.Contains("urgent", first, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("You were told by email on Monday 5 January 2026 at 07:05.", first, StringComparison.Ordinal);
        Assert.Contains("It goes to the supervisors on Monday 5 January 2026 at 16:00 unless somebody acknowledges it before.", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_acknowledges_by_keyboard_alone_and_without_script()
    {
        await StoreAsync("Amira Khan", RuleNames.AskedForACall, Severity.Soon);
        IPage page = await browser.OpenAsync(app, Pat, "/alerts", script: false);

        for (int i = 0; i < 30 && await page.EvaluateAsync<string>("document.activeElement.innerText") != "Acknowledge"; i++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("You acknowledged the alert on Monday 5 January 2026 at 09:0");
        await Expect(page.GetByRole(AriaRole.Article)).ToContainTextAsync("You acknowledged it on Monday 5 January 2026 at 09:0");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Acknowledge" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_was_done_is_kept_with_an_alert_that_is_dealt_with()
    {
        await StoreAsync("Amira Khan", RuleNames.AskedForACall, Severity.Soon);
        IPage page = await browser.OpenAsync(app, Pat, "/alerts", Browser.Phone);

        await page.GetByText("It is dealt with").First.ClickAsync();
        await page.GetByLabel("What was done?").FillAsync("Rang her; <b>all is well</b>.");
        await page.GetByRole(AriaRole.Button, new() { Name = "It is dealt with" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("that it is dealt with");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("No open alerts. Nobody waits for you.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Resolved in the last 30 days" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Article)).ToContainTextAsync("that it is dealt with: Rang her; <b>all is well</b>.");
        Assert.Empty(await Browser.FaultsAsync(page));
    }

    [Fact]
    public async Task Whoever_comes_second_is_told_who_was_first_and_nothing_changes()
    {
        await app.PutAsync("administrator", "/api/staff/sue@example.org", new { name = "Sue", agencyId = "north", role = "supervisor" });
        string id = await StoreAsync("Amira Khan", RuleNames.AskedForACall, Severity.Soon);
        await PostAsync(Pat, id, "resolve", "Met him.");

        PageAnswer posted = await PostAsync("supervisor:sue@example.org", id, "acknowledge");
        PageAnswer page = await app.BrowseAsync("supervisor:sue@example.org", posted.Location);

        Assert.Equal(HttpStatusCode.SeeOther, posted.Status);
        Assert.Contains("Nothing was changed", page.Text, StringComparison.Ordinal);
        Assert.Matches($"{email} said on Monday 5 January 2026 at 09:0. that it is dealt with: Met him\\.", page.Text);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_kept_as_far_as_it_goes()
    {
        string id = await StoreAsync("Amira Khan", RuleNames.AskedForACall, Severity.Soon);

        await PostAsync(Pat, id, "resolve", new string('x', 499) + "\U0001F600 and more\r\n");

        PageAnswer page = await app.BrowseAsync(Pat, "/alerts?show=resolved");
        Assert.Contains(new string('x', 499), page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("and more", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("acknowledge")]
    [InlineData("resolve")]
    public async Task Without_the_token_of_the_form_nothing_changes(string act)
    {
        string id = await StoreAsync("Amira Khan", RuleNames.AskedForACall, Severity.Soon);

        PageAnswer posted = await app.BrowseAsync(Pat, $"/alerts/{id}/{act}", "POST", new Dictionary<string, string> { [FormToken.Field] = "1.AAAA" });

        Assert.Equal(HttpStatusCode.BadRequest, posted.Status);
        Assert.Contains("1 alert", (await app.BrowseAsync(Pat, "/alerts")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("acknowledged it", (await app.BrowseAsync(Pat, "/alerts")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_elses_alerts_are_seen_or_touched()
    {
        string id = await StoreAsync("Amira Khan", RuleNames.AskedForACall, Severity.Soon);
        await app.PutAsync("administrator", "/api/agencies/south", new { name = "South team", sector = "nhs" });
        await app.PutAsync("administrator", "/api/staff/sam@example.org", new { name = "Sam", agencyId = "south", role = "supervisor" });

        foreach (string who in (string[])["practitioner:other@example.org", "supervisor:sam@example.org"])
        {
            Assert.Contains("No open alerts", (await app.BrowseAsync(who, "/alerts")).Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(who, id, "resolve")).Status);
            Assert.DoesNotContain("Amira", (await app.BrowseAsync(who, $"/alerts?about={id}")).Text, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(Pat, id + "x", "resolve")).Status);
        Assert.Contains("1 alert.", (await app.BrowseAsync(Pat, "/alerts")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_persons_alerts_and_one_agencys_can_be_picked()
    {
        string amira = await StoreAsync("Amira Khan", RuleNames.AskedForACall, Severity.Soon);
        await StoreAsync("Jo Evans", RuleNames.AskedForACall, Severity.Soon);

        IPage page = await browser.OpenAsync(app, Pat, $"/alerts?person={amira.Split(':')[0]}");

        await Expect(page.GetByRole(AriaRole.Article)).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Acknowledge" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Article)).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Link, new() { Name = "Show everybody" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Article)).ToHaveCountAsync(2);
        Assert.Contains("No open alerts", (await app.BrowseAsync(Pat, "/alerts?agency=south")).Text, StringComparison.Ordinal);
    }

    private async Task<string> StoreAsync(string name, string rule, Severity severity, AlertState state = AlertState.Notified)
    {
        uint number = Interlocked.Increment(ref people);
        Domain.Participants.Participant person = Somebody(number * 31, email).With(rule, severity, "A fact about them.", 2, state);
        await app.StoreAsync(person, name);
        return $"{person.Id}:{person.Alerts[0].Id}";
    }

    private async Task<PageAnswer> PostAsync(string who, string id, string act, string why = "") => await app.BrowseAsync(
        who, $"/alerts/{id}/{act}", "POST",
        new Dictionary<string, string> { [FormToken.Field] = app.Services.GetRequiredService<FormToken>().Make(who.Split(':')[1]), ["why"] = why });
}
