namespace ConnectingPeople.Domain.Participants;

/// <summary>Where a person stands, in the one word that says most to those who work with them.</summary>
public enum Standing
{
    /// <summary>Takes part, and messages reach them.</summary>
    Active,

    /// <summary>Takes a break.</summary>
    Paused,

    /// <summary>Asked us to stop, and may be taking part otherwise.</summary>
    OptedOut,

    /// <summary>Messages can't reach them.</summary>
    Unreachable,

    /// <summary>Left the study.</summary>
    Left,
}

/// <summary>Tells where people stand.</summary>
public static class Standings
{
    /// <summary>Of several that hold the one that lasts longest: who left has left, whatever else; who asked us to stop takes no pause.</summary>
    public static Standing Of(Participant person) => person switch
    {
        { Status: Status.Withdrawn } => Standing.Left,
        { OptIn: OptIn.Out } => Standing.OptedOut,
        { Unreachable: not null } => Standing.Unreachable,
        { Status: Status.Paused } => Standing.Paused,
        _ => Standing.Active,
    };
}
