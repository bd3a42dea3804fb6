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
}
