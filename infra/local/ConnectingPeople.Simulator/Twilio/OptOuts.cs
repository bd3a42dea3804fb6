using System.Collections.Concurrent;

namespace ConnectingPeople.Simulator.Twilio;

/// <summary>Twilio's default opt-out handling: standard words block a number until START (https://help.twilio.com/articles/223134027).</summary>
public sealed class OptOuts(SimulatorOptions options, Changes changes)
{
    private static readonly HashSet<string> StopWords =
        new(["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> StartWords = new(["START", "UNSTOP"], StringComparer.OrdinalIgnoreCase);

    private readonly ConcurrentDictionary<string, bool> blocked = new();
    private volatile bool handled = options.HandlesOptOut;

    /// <summary>Whether Twilio obeys the words. When not, they're ordinary messages and nothing is blocked.</summary>
    public bool Handled
    {
        get => handled;
        set
        {
            handled = value;
            changes.Tell();
        }
    }

    public bool IsBlocked(string phone) => Handled && blocked.ContainsKey(phone);

    /// <returns>The webhook's <c>OptOutType</c>, or null for a text that Twilio leaves to the study.</returns>
    public string? TypeOf(string text) =>
        !Handled ? null
        : StopWords.Contains(text.Trim()) ? "STOP"
        : StartWords.Contains(text.Trim()) ? "START"
        : null;

    /// <summary>Obeys a standard word.</summary>
    /// <returns>Twilio's own confirmation, or null for any other text.</returns>
    public string? Obey(string phone, string text)
    {
        switch (TypeOf(text))
        {
            case "STOP":
                blocked[phone] = true;
                return "You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.";
            case "START":
                blocked.TryRemove(phone, out _);
                return "You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe.";
            default:
                return null;
        }
    }
}
