using ConnectingPeople.Domain.Participants;

namespace ConnectingPeople.Functions.Participants;

/// <summary>Where people stand, as pages say and colour it.</summary>
public static class StandingWords
{
    public static string Of(Standing standing) => standing switch
    {
        Standing.Left => "Left the study",
        Standing.OptedOut => "Asked us to stop",
        Standing.Unreachable => "Can't be reached",
        Standing.Paused => "Paused",
        _ => "Active",
    };

    /// <summary>The colour of the tag that says it.</summary>
    public static string Colour(Standing standing) => standing switch
    {
        Standing.Active => "green",
        Standing.Paused => "yellow",
        Standing.Left => "grey",
        _ => "red",
    };
}
