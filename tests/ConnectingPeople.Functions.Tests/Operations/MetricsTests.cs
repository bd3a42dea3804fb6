using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Simulator.Failures;

namespace ConnectingPeople.Functions.Tests.Operations;

/// <summary>The figures that alert rules ask for say what happened, and name nobody.</summary>
public sealed class MetricsTests
{
    private static readonly string[] Tags = ["provider", "queue", "service"];

    [Fact]
    public async Task A_check_in_is_counted_once_when_it_is_due_sent_delivered_and_answered()
    {
        await using App app = await App.StartAsync();
        await app.EnrolAsync();
        using Measurements measured = new(app);

        await app.GoToAsync("2026-01-08T11:00:00Z");
        Assert.Equal((1, 1, 1, 0), Counted(measured));

        await app.TextAsync(People.Amira, "3");
        await app.TextAsync(People.Amira, "about 4");
        Assert.Equal((1, 1, 1, 1), Counted(measured));
        Assert.Equal(2, measured.All.Count(one => one.Name == "reply.latency"));
        Assert.All(measured.All.Where(one => one.Name == "reply.latency"), one => Assert.InRange(one.Value, 0.0001, 60));
        Assert.Equal(0, measured.Sum("provider.errors"));
        Assert.All(measured.All, one => Assert.Subset(Tags.ToHashSet(), one.Tags.Keys.ToHashSet()));
        Assert.DoesNotContain(measured.All.SelectMany(one => one.Tags.Values), tag => tag.Contains("CP-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_provider_fails_or_refuses_is_counted_but_no_dead_number()
    {
        await using App app = await App.StartAsync();
        await app.EnrolAsync();
        await app.EnrolAsync("+447700900124");
        app.Phones.Failures.Set(People.Amira, Failure.Find("429")!, times: 1);
        app.Phones.Failures.Set("+447700900124", Failure.Find("21211")!, times: 1);
        using Measurements measured = new(app);

        await app.GoToAsync("2026-01-08T11:00:00Z");

        Assert.Equal((2, 0), (measured.Sum("checkins.due"), measured.Sum("checkins.sent")));
        Assert.Equal(1, measured.Sum("provider.errors", "twilio"));
        await app.AdvanceAsync("PT15M", "PT1M");
        Assert.Equal((2, 1), (measured.Sum("checkins.due"), measured.Sum("checkins.sent")));
    }

    [Fact]
    public async Task A_check_in_that_came_too_late_to_be_sent_was_due_all_the_same()
    {
        await using App app = await App.StartAsync();
        await app.EnrolAsync();
        using Measurements measured = new(app);

        await app.GoToAsync("2026-01-21T11:00:00Z");

        Assert.Equal((2, 0), (measured.Sum("checkins.due"), measured.Sum("checkins.sent")));
        Assert.InRange(measured.Last("agenda.lag"), Duration.FromDays(16).TotalSeconds, Duration.FromDays(17).TotalSeconds);
    }

    [Fact]
    public async Task Each_call_to_storage_is_counted()
    {
        StorageObserver observer = new();
        await using App app = await App.StartAsync(observer: observer);
        await app.EnrolAsync();
        await app.GoToAsync("2026-01-08T11:00:00Z");
        using Measurements measured = new(app);
        observer.Reset();

        await app.TextAsync(People.Amira, "3");

        Assert.Equal((3, 3), (observer.Calls, measured.Sum("storage.transactions", "table")));
    }

    [Fact]
    public async Task What_waits_is_measured_every_five_minutes()
    {
        await using App app = await App.StartAsync();
        await app.EnrolAsync();
        using Measurements measured = new(app);
        app.Phones.Failures.Set(People.Amira, Failure.Find("429")!);
        await app.GoToAsync("2026-01-08T11:00:00Z");
        await app.Storage.Queue("agenda-poison").CreateIfNotExistsAsync();
        await app.Storage.Queue("agenda-poison").SendMessageAsync("{}");

        await app.AdvanceAsync("PT70M", "PT5M");

        Assert.InRange(measured.Last("outbox.age"), 4200, 4260);
        Assert.Equal((1, 0), (measured.Last("queue.poison", "agenda"), measured.Last("queue.poison", "outbox")));
        Assert.Equal((0, 0), (measured.Last("alerts.open"), measured.Last("alerts.overdue")));
    }

    [Fact]
    public async Task An_alert_is_open_until_it_is_resolved_and_overdue_until_it_is_acknowledged()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();
        using Measurements measured = new(app);
        await app.GoToAsync("2026-01-08T11:01:00Z");
        await app.TextAsync(People.Amira, "I want to die");

        await app.GoToAsync("2026-01-08T11:20:00Z");
        Assert.Equal((1, 0), (measured.Last("alerts.open"), measured.Last("alerts.overdue")));
        await app.GoToAsync("2026-01-08T11:40:00Z");
        Assert.Equal((1, 1), (measured.Last("alerts.open"), measured.Last("alerts.overdue")));

        await app.PostAsync($"practitioner:{People.Practitioner}", $"/api/alerts/{id}:risk-phrase-2026-01-08/acknowledge");
        await app.GoToAsync("2026-01-08T11:45:00Z");
        Assert.Equal((1, 0), (measured.Last("alerts.open"), measured.Last("alerts.overdue")));
    }

    private static (double Due, double Sent, double Delivered, double Answered) Counted(Measurements measured) => (
        measured.Sum("checkins.due"), measured.Sum("checkins.sent"), measured.Sum("checkins.delivered"), measured.Sum("checkins.answered"));
}
