using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Simulator.SendGrid;

namespace ConnectingPeople.Functions.Tests.Alerts;

/// <summary>Somebody writes words that may mean danger, on a Sunday at three in the morning.</summary>
public sealed class UrgentStoryTests
{
    private const string Night = "2026-01-11T03:00:00Z";

    [Fact]
    public async Task The_practitioner_hears_by_email_and_text_at_once_and_the_duty_contact_and_supervisor_after_half_an_hour()
    {
        await using App app = await App.StartAsync(Night, settings: $"--Study__Path={await Team.WithDutyAsync()}");
        await app.AddTeamAsync(withPhone: true);
        string id = await app.EnrolForPatAsync();

        await app.Phones.TypeAsync(People.Amira, "i want to die");
        await app.AdvanceAsync("PT1M", "PT1M");

        Assert.Equal([$"Urgent: please look at Amira ({id})"], app.SubjectsAt(Team.Pat));
        Assert.Equal(
            [$"Connecting People: urgent alert about Amira ({id}). Please look now: {app.Http.BaseAddress}alerts"], app.Phones.Received(Team.PatsPhone));
        await app.GoToAsync("2026-01-11T03:29:00Z");
        Assert.Empty(app.Phones.Inboxes.At(Team.Sue));
        Assert.Empty(app.Phones.Inboxes.At(Team.Duty));
        await app.AdvanceAsync("PT3M", "PT1M");

        Assert.Equal([$"Urgent: please look at Amira ({id})"], app.SubjectsAt(Team.Sue));
        Assert.Equal([$"Urgent: please look at Amira ({id})"], app.SubjectsAt(Team.Duty));
        Assert.Single(app.Phones.Received(Team.DutyPhone));
        Assert.Single(app.Phones.Inboxes.At(Team.Pat));
        Assert.All(app.Phones.Inboxes.All, SaysNothingPrivate);
    }

    [Fact]
    public async Task Acknowledged_in_time_it_goes_to_nobody_else()
    {
        await using App app = await App.StartAsync(Night, settings: $"--Study__Path={await Team.WithDutyAsync()}");
        await app.AddTeamAsync();
        await app.EnrolForPatAsync();
        await app.Phones.TypeAsync(People.Amira, "i want to die");
        await app.AdvanceAsync("PT1M", "PT1M");

        string alert = (await app.OpenAsync()).Single().GetProperty("id").GetString()!;
        await app.PostAsync(Team.AsPat, $"/api/alerts/{alert}/acknowledge");
        await app.AdvanceAsync("P2D", "PT1H");

        Assert.Equal([Team.Pat], app.Phones.Inboxes.All.Select(email => email.To));
    }

    [Fact]
    public async Task Two_worrying_messages_are_two_alerts_and_two_emails()
    {
        await using App app = await App.StartAsync(Night);
        await app.AddTeamAsync();
        await app.EnrolForPatAsync();

        await app.Phones.TypeAsync(People.Amira, "i want to die");
        await app.Phones.TypeAsync(People.Amira, "i want to kill myself");
        await app.AdvanceAsync("PT1M", "PT1M");

        Assert.Equal(2, app.Phones.Inboxes.At(Team.Pat).Count);
        Assert.Equal(["notified", "notified"], await app.StatesAsync());
    }

    [Fact]
    public async Task While_the_queue_of_alerts_is_gone_the_person_is_answered_and_the_practitioner_is_told_within_minutes()
    {
        await using App app = await App.StartAsync(Night);
        await app.AddTeamAsync();
        await app.EnrolForPatAsync();
        await app.Storage.Queue("alerts").DeleteAsync();

        string? said = (await app.TextAsync(People.Amira, "i want to die")).Said();
        Assert.Contains("999", said, StringComparison.Ordinal);
        Assert.Empty(app.Phones.Inboxes.At(Team.Pat));

        await app.Storage.CreateAsync(CancellationToken.None);
        await app.AdvanceAsync("PT4M", "PT1M");
        Assert.Single(app.Phones.Inboxes.At(Team.Pat));
    }

    [Fact]
    public async Task A_queue_of_alerts_that_hangs_keeps_the_answer_back_for_seconds_at_most()
    {
        StorageObserver storage = new();
        await using App app = await App.StartAsync(Night, observer: storage);
        await app.AddTeamAsync();
        await app.EnrolForPatAsync();
        storage.Before = message => message.Request.Uri.Path.Contains("/alerts/messages", StringComparison.Ordinal)
            ? Task.Delay(Timeout.Infinite, message.CancellationToken)
            : Task.CompletedTask;

        long begin = System.Diagnostics.Stopwatch.GetTimestamp();
        string? said = (await app.TextAsync(People.Amira, "i want to die")).Said();
        Assert.Contains("999", said, StringComparison.Ordinal);
        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(begin), TimeSpan.Zero, TimeSpan.FromSeconds(9)); // one time-out of storage alone is 10

        storage.Before = _ => Task.CompletedTask;
        await app.AdvanceAsync("PT4M", "PT1M");
        Assert.Single(app.Phones.Inboxes.At(Team.Pat));
    }

    private static void SaysNothingPrivate(Email email)
    {
        Assert.DoesNotContain("die", email.Subject + email.Text + email.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Khan", email.Subject + email.Text + email.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("7700", email.Subject + email.Text + email.Html, StringComparison.Ordinal);
    }
}
