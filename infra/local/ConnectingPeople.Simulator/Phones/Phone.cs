using ConnectingPeople.Simulator.Cohort;

namespace ConnectingPeople.Simulator.Phones;

/// <summary>A person's phone: who it belongs to here, and how that person behaves.</summary>
public sealed record Phone(string Number)
{
    public string Name { get; init; } = "";

    public Behaviour Behaviour { get; init; } = Behaviour.Typed;

    /// <summary>The pseudonymous id the study gave when the phone was enrolled here.</summary>
    public string? ParticipantId { get; init; }
}
