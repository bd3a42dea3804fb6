namespace ConnectingPeople.Domain.Messaging;

/// <summary>What became of an outgoing message, as far as we know.</summary>
/// <param name="MessageId">Ours.</param>
/// <param name="Status">Where it stands; only ever moves forward.</param>
/// <param name="At">When we learned it.</param>
/// <param name="ProviderId">The provider's id, once known.</param>
/// <param name="Code">The provider's error code, or why we didn't send it.</param>
public sealed record Dispatch(string MessageId, DeliveryStatus Status, Instant At, string? ProviderId = null, string? Code = null);

/// <summary>Stages of delivery in their order: a later report of an earlier stage changes nothing.</summary>
public enum DeliveryStatus
{
    /// <summary>An instance is about to call the provider, or did and died.</summary>
    Claimed,

    /// <summary>To be tried again.</summary>
    Waiting,

    /// <summary>With the provider.</summary>
    Accepted,

    /// <summary>With the carrier.</summary>
    Sent,

    /// <summary>On the phone.</summary>
    Delivered,

    /// <summary>It can't arrive.</summary>
    Undelivered,

    /// <summary>It was never sent, on purpose or because nobody can tell.</summary>
    NotSent,

    /// <summary>The person wants no more; says nothing of whether this one arrived.</summary>
    Unsubscribed,
}
