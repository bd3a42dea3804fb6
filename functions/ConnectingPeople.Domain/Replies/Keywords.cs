namespace ConnectingPeople.Domain.Replies;

/// <summary>Words that mean the same at any time, in or out of a check-in, when they are the whole message.</summary>
/// <param name="OptOut">Holds at least <see cref="CarrierOptOut"/>.</param>
/// <param name="OptIn">Such as START.</param>
/// <param name="Help">Such as HELP.</param>
/// <param name="Pause">Such as PAUSE.</param>
/// <param name="CallMe">Such as CALL ME.</param>
public sealed record Keywords(
    IReadOnlyList<string> OptOut,
    IReadOnlyList<string> OptIn,
    IReadOnlyList<string> Help,
    IReadOnlyList<string> Pause,
    IReadOnlyList<string> CallMe)
{
    /// <summary>The words on which Twilio itself blocks a number and confirms (Twilio, "Support for opt-out keywords").</summary>
    public static IReadOnlyList<string> CarrierOptOut { get; } = ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"];

    /// <summary>The words by which Twilio itself takes a number off its block list. YES does so too, but is an answer here.</summary>
    public static IReadOnlyList<string> CarrierOptIn { get; } = ["START", "UNSTOP"];

    /// <summary>The words that Twilio itself answers with help.</summary>
    public static IReadOnlyList<string> CarrierHelp { get; } = ["HELP", "INFO"];

    /// <summary>The opt-out words of the carrier that a list lacks. A definition without all of them is refused: Twilio would
    /// block a person whom the study still counts as reachable.</summary>
    public static IReadOnlyList<string> MissingFrom(IReadOnlyList<string> optOut) =>
        [.. CarrierOptOut.Except(optOut, StringComparer.OrdinalIgnoreCase)];
}
