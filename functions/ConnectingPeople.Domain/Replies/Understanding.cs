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
public readonly record struct Understanding(ReplyOutcome Outcome, string? Value = null, string? Label = null, bool Risk = false);
