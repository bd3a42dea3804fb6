namespace ConnectingPeople.Simulator.Cohort;

/// <summary>How the person at a phone behaves.</summary>
public enum Behaviour
{
    /// <summary>Somebody types; nothing is answered by itself.</summary>
    Typed,

    /// <summary>Answers every question plausibly.</summary>
    Engaged,

    /// <summary>Answers less and less.</summary>
    Drifting,

    /// <summary>Never answers.</summary>
    Silent,

    /// <summary>Answers for a while, then sends STOP.</summary>
    Leaving,

    /// <summary>Answers, but once says something that a human has to see.</summary>
    InCrisis,

    /// <summary>Isn't the person the study believes to write to, and says so.</summary>
    WrongNumber,

    /// <summary>No phone has this number: nothing arrives.</summary>
    NoSuchNumber,

    /// <summary>Answers, pauses and leaves as the course that was planned for them goes: see <see cref="ILife"/>.</summary>
    Living,
}
