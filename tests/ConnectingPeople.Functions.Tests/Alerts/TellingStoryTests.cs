using System.Net;
using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Simulator.Failures;

namespace ConnectingPeople.Functions.Tests.Alerts;

/// <summary>How those who work with somebody are told, and what happens when they can't be.</summary>
public sealed class TellingStoryTests
{
    private static readonly Failure Refused = new("400", "Refused", FailureKind.HttpError, 400);

    [Fact]
    public async Task Five_people_who_miss_their_third_check_in_at_one_moment_are_one_email()
    {
        await using App app = await App.StartAsync();
        await app.AddTeamAsync();
        List<string> ids = [];
        for (int i = 0; i < 5; i++)
        {
            ids.Add(await app.EnrolForPatAsync($"+44770090021{i}", $"Person{i} Khan"));
        }

        foreach (string moment in (string[])["08", "11", "15", "18", "22", "25"])
        {
            await app.GoToAsync($"2026-01-{moment}T11:00:00Z");
        }

        await app.AdvanceAsync("PT8M", "PT1M");

        var email = Assert.Single(app.Phones.Inboxes.At(Team.Pat));
        Assert.Equal("5 alerts about people you work with", email.Subject);
        Assert.All(ids, (id, i) => Assert.Contains($"Person{i} ({id}): No answer to 3 check-ins in a row", email.Text, StringComparison.Ordinal));
        Assert.Equal(Enumerable.Repeat("notified", 5), await app.StatesAsync());
    }

    [Fact]
    public async Task What_was_acknowledged_before_the_gathered_message_goes_is_not_told_any_more()
    {
        await using App app = await CalledAsync();
        await app.AdvanceAsync("PT1M", "PT1M");
        await app.PostAsync(Team.AsPat, $"/api/alerts/{await TheAlertAsync(app)}/acknowledge");

        await app.AdvanceAsync("PT30M", "PT5M");

        Assert.Empty(app.Phones.Inboxes.All);
        Assert.Equal(["acknowledged"], await app.StatesAsync());
    }

    [Fact]
    public async Task An_address_that_bounces_hands_the_alert_to_the_supervisor()
    {
        await using App app = await CalledAsync(Failure.Bounce);

        await app.AdvanceAsync("PT16M", "PT1M");

        Assert.Single(app.Phones.Inboxes.At(Team.Sue));
        Assert.Contains("not possible to reach others", app.Phones.Inboxes.At(Team.Sue)[0].Text, StringComparison.Ordinal);
        Assert.Equal(["raised", "notified", "not-reached", "escalated", "notified"], await StepsAsync(app));
        Assert.Equal(["notified"], await app.StatesAsync());
    }

    [Fact]
    public async Task The_next_alert_goes_to_the_supervisor_without_trying_the_address_again()
    {
        await using App app = await CalledAsync(Failure.Bounce);
        await app.AdvanceAsync("PT16M", "PT1M");

        await app.Phones.TypeAsync(People.Amira, "STOP");
        await app.AdvanceAsync("PT16M", "PT1M");

        Assert.Single(app.Phones.Inboxes.At(Team.Pat));
        Assert.Equal(2, app.Phones.Inboxes.At(Team.Sue).Count);
    }

    [Theory]
    [InlineData("bounce")]
    [InlineData("blocked")]
    [InlineData("dropped")]
    public async Task A_supervisor_whose_email_comes_back_after_an_escalation_is_no_end_of_it(string kind)
    {
        await using App app = await CalledAsync();
        await app.PutAsync("administrator", "/api/staff/ada@example.org", new { name = "Ada", agencyId = "north", role = "administrator" });
        await app.AdvanceAsync("PT6M", "PT1M");
        await app.GoToAsync("2026-01-06T09:01:00Z");
        await app.AdvanceAsync("PT6M", "PT1M");

        await app.Phones.PostEmailEventAsync(app.Phones.Inboxes.At(Team.Sue).Single(), kind);
        await app.AdvanceAsync("PT10M", "PT1M");

        Assert.Single(app.Phones.Inboxes.At("ada@example.org"));
    }

    [Fact]
    public async Task A_bounce_that_is_reported_twice_hands_the_alert_on_once()
    {
        await using App app = await CalledAsync();
        await app.AdvanceAsync("PT6M", "PT1M");
        var email = app.Phones.Inboxes.At(Team.Pat).Single();

        await app.Phones.PostEmailEventAsync(email, "bounce");
        await app.Phones.PostEmailEventAsync(email, "bounce");
        await app.AdvanceAsync("PT16M", "PT1M");

        Assert.Single(app.Phones.Inboxes.At(Team.Sue));
        Assert.Equal(["raised", "notified", "not-reached", "escalated", "notified"], await StepsAsync(app));
    }

    [Fact]
    public async Task An_agency_without_a_supervisor_hands_alerts_on_to_the_administrators()
    {
        await using App app = await CalledAsync(withSue: false);
        await app.PutAsync("administrator", "/api/staff/ada@example.org", new { name = "Ada", agencyId = "north", role = "administrator" });
        await app.AdvanceAsync("PT6M", "PT1M");
        Assert.Equal([Team.Pat], app.Phones.Inboxes.All.Select(email => email.To));

        await app.GoToAsync("2026-01-06T09:01:00Z");
        await app.AdvanceAsync("PT70M", "PT10M");

        Assert.Contains("ada@example.org", app.Phones.Inboxes.All.Select(email => email.To));
    }

    [Fact]
    public async Task A_message_that_the_provider_refuses_hands_the_alert_to_the_supervisor()
    {
        await using App app = await CalledAsync(Refused);

        await app.AdvanceAsync("PT16M", "PT1M");

        Assert.Single(app.Phones.Inboxes.At(Team.Sue));
    }

    [Fact]
    public async Task A_provider_that_is_busy_for_hours_brings_it_once_when_it_is_back()
    {
        await using App app = await CalledAsync(Failure.TooManyRequests);
        await app.AdvanceAsync("PT4H", "PT10M");
        Assert.Empty(app.Phones.Inboxes.All);

        app.Phones.Failures.Clear(Team.Pat);
        await app.AdvanceAsync("PT2H", "PT10M");

        Assert.Equal([Team.Pat], app.Phones.Inboxes.All.Select(email => email.To));
        Assert.Equal(["notified"], await app.StatesAsync());
    }

    [Theory]
    [InlineData("429", 10)]
    [InlineData("500", 10)]
    public async Task A_provider_that_does_not_come_back_hands_it_on(string failure, int hours)
    {
        await using App app = await CalledAsync(Failure.Find(failure));

        await app.AdvanceAsync($"PT{hours}H", "PT10M");

        Assert.Equal([Team.Sue], app.Phones.Inboxes.All.Select(email => email.To));
    }

    [Fact]
    public async Task When_nobody_at_all_is_there_it_goes_on_trying_and_tells_the_supervisor_who_comes()
    {
        await using App app = await CalledAsync(Refused, withSue: false);
        await app.AdvanceAsync("PT5H", "PT10M");
        Assert.Empty(app.Phones.Inboxes.All);
        Assert.Equal(["raised"], await app.StatesAsync());

        await app.AddSueAsync();
        await app.AdvanceAsync("PT1H20M", "PT10M");

        Assert.Equal([Team.Sue], app.Phones.Inboxes.All.Select(email => email.To));
        Assert.Equal(["notified"], await app.StatesAsync());
    }

    [Fact]
    public async Task Acknowledged_or_resolved_twice_says_who_did_it_when_and_changes_nothing()
    {
        await using App app = await CalledAsync();
        string alert = await TheAlertAsync(app);
        const string AsSue = $"supervisor:{Team.Sue}";

        Answer first = await app.PostAsync(Team.AsPat, $"/api/alerts/{alert}/acknowledge");
        Answer second = await app.PostAsync(AsSue, $"/api/alerts/{alert}/acknowledge");
        Answer resolved = await app.PostAsync(AsSue, $"/api/alerts/{alert}/resolve");
        IReadOnlyList<string> before = await app.RowsAsync();
        Answer late = await app.PostAsync(Team.AsPat, $"/api/alerts/{alert}/resolve");
        Answer later = await app.PostAsync(Team.AsPat, $"/api/alerts/{alert}/acknowledge");

        Assert.All([first, second, resolved, late, later], answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Equal(first.Text, second.Text);
        Assert.Equal(Team.Pat, second.Json.GetProperty("acknowledgedBy").GetString());
        Assert.All([resolved, late, later], answer => Assert.Equal(Team.Sue, answer.Json.GetProperty("resolvedBy").GetString()));
        Assert.Equal(resolved.Json.GetProperty("resolvedAt").GetString(), later.Json.GetProperty("resolvedAt").GetString());
        Assert.Equal(before, await app.RowsAsync());
    }

    /// <summary>Amira asks for a call on Monday at nine. Emails to Pat fail so.</summary>
    private static async Task<App> CalledAsync(Failure? failure = null, bool withSue = true)
    {
        App app = await App.StartAsync();
        await app.AddTeamAsync(withSue: withSue);
        await app.EnrolForPatAsync();
        if (failure is not null)
        {
            app.Phones.Failures.Set(Team.Pat, failure);
        }

        await app.Phones.TypeAsync(People.Amira, "call me");
        return app;
    }

    private static async Task<string> TheAlertAsync(App app) => (await app.OpenAsync()).Single().GetProperty("id").GetString()!;

    private static async Task<string?[]> StepsAsync(App app) =>
        [.. (await app.OpenAsync()).Single().GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("act").GetString())];
}
