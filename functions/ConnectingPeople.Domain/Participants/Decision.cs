using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Messaging;

namespace ConnectingPeople.Domain.Participants;

/// <summary>What must be stored, in one batch, and what must follow once it is.</summary>
/// <param name="Person">The state to store.</param>
public sealed record Decision(Participant Person)
{
    /// <summary>
    /// How many check-ins, or alerts, a decision changes where there could be very many: a batch has at most 100 rows (Microsoft,
    /// "Performing entity group transactions"). Whatever is left must stay due.
    /// </summary>
    internal const int MostOfAKind = 40;

    /// <summary>Check-ins as they are now, the changed ones only.</summary>
    public IReadOnlyList<CheckIn> CheckIns { get; init; } = [];

    /// <summary>Messages claimed by storing this decision: whoever stores it calls the provider and records the result.</summary>
    public IReadOnlyList<Outgoing> Send { get; init; } = [];

    /// <summary>Messages to hand to the outbox queue after storing.</summary>
    public IReadOnlyList<string> Enqueue { get; init; } = [];

    /// <summary>What to write about earlier outgoing messages.</summary>
    public IReadOnlyList<Dispatch> Dispatches { get; init; } = [];

    /// <summary>Alerts as they are now, the changed ones only.</summary>
    public IReadOnlyList<Alert> Alerts { get; init; } = [];

    /// <summary>Alerts to hand over after storing, so that somebody is told.</summary>
    public IReadOnlyList<string> Tell { get; init; } = [];

    /// <summary>Goals as they are now, the changed ones only.</summary>
    public IReadOnlyList<Goal> Goals { get; init; } = [];

    /// <summary>The message that led here, to store with its answer.</summary>
    public Inbound? Heard { get; init; }

    /// <summary>The direct reply, with <see cref="FirstName.Token"/> for the name; null for silence.</summary>
    public string? Reply { get; init; }

    public Decision Then(Func<Decision, Decision> step) => step(this);

    /// <summary>The decision with the person changed.</summary>
    public Decision With(Participant person) => this with { Person = person };

    /// <summary>The decision with a check-in changed, in the state and as a row.</summary>
    public Decision With(CheckIn changed) => this with
    {
        Person = Person.With(changed),
        CheckIns = [.. CheckIns.Where(checkIn => checkIn.Id != changed.Id), changed],
    };

    /// <summary>The decision with an alert new or changed, in the state and as a row.</summary>
    public Decision With(Alert changed) => this with
    {
        Person = Person.With(changed),
        Alerts = [.. Alerts.Where(alert => alert.Id != changed.Id), changed],
    };
}
