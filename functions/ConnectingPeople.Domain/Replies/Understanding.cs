namespace ConnectingPeople.Domain.Replies;

/// <summary>What a reply means.</summary>
public enum ReplyOutcome
{
    /// <summary>It answers the question.</summary>
    Answer,

    /// <summary>It doesn't, or guessing would be wrong.</summary>
    AskAgain,

    /// <summary>The person would rather not say, or doesn't know.</summary>
    Skip,

    OptOut,
    OptIn,
    Help,
    Pause,
    CallMe,
}

/// <summary>A reply as a patient, careful reader takes it.</summary>
/// <param name="Outcome">What it means.</param>
/// <param name="Value">The answer as datasets hold it; null unless <paramref name="Outcome"/> is <see cref="ReplyOutcome.Answer"/>.</param>
/// <param name="Label">The answer's label, where its value has one.</param>
/// <param name="Risk">Whether a human must be told of it, whatever the outcome.</param>
/// <param name="WantsCall">Whether it asks for a call, whatever the outcome: "stop texting me, ring me instead".</param>
/// <param name="IsCarrierWord">Whether the message is a standard word alone, to which the carrier itself acts and answers (STOP, START, HELP);
/// false for the same request in other words, which the app has to confirm.</param>
public readonly record struct Understanding(
    ReplyOutcome Outcome, string? Value = null, string? Label = null, bool Risk = false, bool WantsCall = false, bool IsCarrierWord = false)
{
    internal static Understanding Unclear { get; } = new(ReplyOutcome.AskAgain);

    internal static Understanding Answer(string value, string? label = null) => new(ReplyOutcome.Answer, value, label);
}
