using ConnectingPeople.Domain.Agencies;
using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;

namespace ConnectingPeople.Domain.FollowUps;

/// <summary>Everything stored of one participant that the datasets are made from.</summary>
/// <param name="Person">The state.</param>
public sealed record ParticipantHistory(Participant Person)
{
    /// <summary>The sector of the person's agency; null when nobody knows the agency.</summary>
    public string? Sector { get; init; }

    /// <summary>How fully the person's agency implemented the model as far as was known at the cut-off.</summary>
    public FidelityLevel Fidelity { get; init; }

    /// <summary>All check-ins and waves, in the order of their ids.</summary>
    public IReadOnlyList<CheckIn> CheckIns { get; init; } = [];

    /// <summary>All alerts, open or closed.</summary>
    public IReadOnlyList<Alert> Alerts { get; init; } = [];

    /// <summary>The instant that it is seen at: nothing later is in it.</summary>
    public Instant SeenAt { get; init; }

    /// <summary>The local day of enrolment.</summary>
    public LocalDate EnrolledOn => DayOf(Person.Profile.EnrolledAt);

    /// <summary>When each goal was set, by its id.</summary>
    public IReadOnlyDictionary<string, LocalDate> GoalsSetOn { get; init; } = new Dictionary<string, LocalDate>();

    /// <summary>When each outgoing message was decided, by its id.</summary>
    public IReadOnlyDictionary<string, Instant> DecidedAt { get; init; } = new Dictionary<string, Instant>();

    /// <summary>When each outgoing message that arrived did, by its id.</summary>
    public IReadOnlyDictionary<string, Instant> DeliveredAt { get; init; } = new Dictionary<string, Instant>();

    /// <summary>When the person last asked for messages to stop; null when they never did.</summary>
    public Instant? OptedOutAt { get; init; }

    /// <summary>Where the person stands; null when that changed after the cut-off, so that nobody can tell any more.</summary>
    public Standing? Standing { get; init; }

    /// <summary>Since when.</summary>
    public Instant? StandingSince { get; init; }

    /// <summary>The day of a moment where the person lives.</summary>
    public LocalDate DayOf(Instant moment) => moment.InZone(Person.Profile.Zone()).Date;
}

/// <summary>Where a participant stands in the study, as the datasets say it.</summary>
public enum Standing
{
    Active,
    Paused,

    /// <summary>Asked for messages to stop, and is still in the study.</summary>
    Stopped,

    Withdrawn,
}
