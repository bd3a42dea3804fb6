using ConnectingPeople.Functions.FollowUps;

namespace ConnectingPeople.Functions.Operations;

/// <summary>How the service fares at a moment.</summary>
/// <param name="At">When.</param>
/// <param name="People">What is open about people.</param>
/// <param name="Day">Check-ins of the last 24 hours.</param>
/// <param name="AgendaSince">Since when the oldest wake-up is due; null when none is.</param>
/// <param name="Export">The last one asked for; null when none was.</param>
/// <param name="Queues">Each with what was put aside.</param>
/// <param name="Strangers">When messages came from numbers that nobody is enrolled with, which may mean danger and which nobody looks after.</param>
public sealed record ServiceHealth(
    Instant At, PeopleFigures People, DayFigures Day, Instant? AgendaSince, Export? Export, IReadOnlyList<QueueFigures> Queues, IReadOnlyList<Instant> Strangers)
{
    /// <summary>As the alert rules have it.</summary>
    private static readonly Duration AgendaMayLag = Duration.FromMinutes(15);
    private static readonly Duration MessagesMayWait = Duration.FromHours(1);
    private static readonly Duration ExportMayBe = Duration.FromHours(26);

    /// <summary>What must be right, each with the runbook that says what to do when it isn't.</summary>
    public IReadOnlyList<ServiceCheck> Checks
    {
        get
        {
            int poisoned = Queues.Sum(queue => queue.Poisoned);
            return
            [
                new("People are woken on time", ServiceWords.Since(AgendaSince, At, "nobody is due"), At - (AgendaSince ?? At) <= AgendaMayLag, "agenda-behind"),
                new("Messages go", ServiceWords.Waiting(People, At), At - (People.OutboxSince ?? At) <= MessagesMayWait, "outbox-behind"),
                new("Check-ins are sent", ServiceWords.Sent(Day), Day.Due == 0 || Day.Sent > 0, "no-check-ins"),
                new("Alerts are looked after", ServiceWords.Alerts(People), People.AlertsOverdue == 0, "alerts-overdue"),
                new("Strangers in danger are looked after", ServiceWords.Strangers(Strangers, At), Strangers.Count == 0, "stranger-in-danger"),
                new("The night's export is there", ServiceWords.Of(Export, At), IsFresh, "no-export"),
                new("No work was put aside", poisoned == 0 ? "nothing" : ServiceWords.Many(poisoned, "message"), poisoned == 0, "poison-queue"),
            ];
        }
    }

    private bool IsFresh => Export is { } export && export.State != ExportState.Failed && export.CutOff >= At - ExportMayBe;
}

/// <summary>One thing that must be right.</summary>
/// <param name="What">As a sentence that is true when it is.</param>
/// <param name="Says">The figure behind it.</param>
/// <param name="IsFine">Whether it is.</param>
/// <param name="Runbook">What to read when it isn't, in <c>docs/runbooks</c>.</param>
public sealed record ServiceCheck(string What, string Says, bool IsFine, string Runbook);
