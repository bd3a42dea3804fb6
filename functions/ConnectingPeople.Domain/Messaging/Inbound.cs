namespace ConnectingPeople.Domain.Messaging;

/// <summary>A text message from a person.</summary>
/// <param name="ProviderId">The provider's id: the same id is the same message, for ever.</param>
/// <param name="Text">What they wrote; empty for a picture alone.</param>
/// <param name="At">When it reached us.</param>
/// <param name="Media">How many pictures or recordings came with it.</param>
/// <param name="Carrier">What the provider says it did itself on this message.</param>
/// <param name="CarrierAnswers">Whether the provider itself acts on the standard words and confirms them.</param>
public sealed record Inbound(
    string ProviderId,
    string Text,
    Instant At,
    int Media = 0,
    CarrierAction Carrier = CarrierAction.None,
    bool CarrierAnswers = true)
{
    /// <summary>The check-in it answered, once decided.</summary>
    public string? CheckIn { get; init; }

    /// <summary>The question it answered, once decided.</summary>
    public string? Question { get; init; }

    /// <summary>What it was taken for, once decided.</summary>
    public string? Outcome { get; init; }

    /// <summary>Whether a human must read it.</summary>
    public bool Risk { get; init; }
}

/// <summary>What a provider that handles opt-outs did on a message before it passed it on.</summary>
public enum CarrierAction
{
    None,

    /// <summary>It blocked the number and confirmed that.</summary>
    OptedOut,

    /// <summary>It unblocked the number and confirmed that.</summary>
    OptedIn,

    /// <summary>It sent its help text.</summary>
    Helped,
}
