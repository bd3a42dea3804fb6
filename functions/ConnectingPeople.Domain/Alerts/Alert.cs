using System.Text.Json.Serialization;

namespace ConnectingPeople.Domain.Alerts;

/// <summary>Something that the people who work with a participant must hear of, with all that became of it.</summary>
public sealed record Alert
{
    /// <summary><c>{rule}-{local day}</c>, then <c>.2</c> and so on for the same rule on the same day.</summary>
    public required string Id { get; init; }

    /// <summary>Which rule raised it; one of <see cref="RuleNames"/>.</summary>
    public required string Rule { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required Severity Severity { get; init; }

    /// <summary>When its cause was seen.</summary>
    public required Instant RaisedAt { get; init; }

    /// <summary>One plain sentence with the facts; never the person's words.</summary>
    public required string Summary { get; init; }

    public AlertState State { get; init; }

    /// <summary>Whose turn it is to hear of it.</summary>
    public Audience Audience { get; init; }

    /// <summary>When a wake-up hands it over (again) to be told; null once its audience was told.</summary>
    public Instant? TellAt { get; init; }

    /// <summary>When it goes to the supervisor unless somebody acknowledged it; null once it went, or somebody did.</summary>
    public Instant? EscalatesAt { get; init; }

    /// <summary>Who did what when, oldest first.</summary>
    public IReadOnlyList<AlertStep> Steps { get; init => field = value ?? []; } = [];

    /// <summary>The last time that such a thing was done to it; null for never.</summary>
    public AlertStep? Last(AlertAct act) => Steps.LastOrDefault(step => step.Act == act);

    /// <summary>Whether its time is over, or it went on to others, and still nobody says that they look after it.</summary>
    public bool IsOverdue(Instant now) => State is AlertState.Raised or AlertState.Notified && (EscalatesAt is not { } at || at <= now);

    internal Alert After(AlertAct act, Instant at, string? who = null, string? what = null) =>
        this with { Steps = [.. Steps, new AlertStep(act, at, who, what)] };
}

/// <summary>One thing that happened to an alert.</summary>
/// <param name="Act">What.</param>
/// <param name="At">When.</param>
/// <param name="Who">The address of whoever did it, or was told; null for the app itself.</param>
/// <param name="What">How somebody was told, or why it was closed; null where that says nothing.</param>
public sealed record AlertStep(AlertAct Act, Instant At, string? Who = null, string? What = null);

public enum AlertAct
{
    Raised,

    /// <summary>Its cause came again while it was open.</summary>
    RaisedAgain,

    /// <summary>A provider took the message that tells somebody.</summary>
    Notified,

    /// <summary>A message that tells somebody couldn't be brought.</summary>
    NotReached,

    /// <summary>It went on to others, because nobody acknowledged it in time or nobody was reached.</summary>
    Escalated,

    Acknowledged,

    /// <summary>Somebody says that it is dealt with.</summary>
    Resolved,

    /// <summary>It closed itself, because its cause went away.</summary>
    Closed,
}

public enum AlertState
{
    Raised,
    Notified,
    Acknowledged,
    Resolved,
}

public enum Severity
{
    /// <summary>Within the working week.</summary>
    Routine,

    /// <summary>Within the working day.</summary>
    Soon,

    /// <summary>At once, whatever the hour: also by text message.</summary>
    Urgent,
}

/// <summary>Who hears of an alert.</summary>
public enum Audience
{
    /// <summary>The one who works with the person.</summary>
    Practitioner,

    /// <summary>The agency's supervisors, and the duty contact for what is counted by the clock.</summary>
    Supervisors,

    /// <summary>
    /// Everybody, when nobody else could be reached: the duty contact, the study's administrators, and once more the practitioner and
    /// the supervisors, whose addresses somebody may have mended meanwhile.
    /// </summary>
    LastResort,
}

/// <summary>The names of the rules.</summary>
public static class RuleNames
{
    public const string RiskPhrase = "risk-phrase";
    public const string AskedForACall = "asked-for-a-call";
    public const string OptedOut = "opted-out";
    public const string Undelivered = "undelivered";
    public const string MissedCheckIns = "missed-check-ins";
    public const string Silence = "silence";
    public const string ContactsFalling = "contacts-falling";
    public const string GoalStuck = "goal-stuck";
    public const string BarrierRepeated = "barrier-repeated";
    public const string WaveOverdue = "wave-overdue";
}
