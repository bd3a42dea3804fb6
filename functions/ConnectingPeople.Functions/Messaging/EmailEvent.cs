namespace ConnectingPeople.Functions.Messaging;

/// <summary>What the provider tells of one email.</summary>
/// <param name="EventId">The provider's id: the same event may come again under it.</param>
/// <param name="Kind">What became of the email.</param>
/// <param name="At">When that happened, to the second; not when we heard of it.</param>
/// <param name="Reason">What the receiving server or the provider said; null for nothing.</param>
/// <param name="To">The address it was sent to.</param>
/// <param name="About">What <see cref="Email.About"/> said.</param>
public sealed record EmailEvent(
    string EventId, EmailEventKind Kind, Instant At, string? Reason, string To, IReadOnlyDictionary<string, string> About)
{
    /// <summary>The provider's id of the email, as it gave it when it took it; null where the event doesn't tell.</summary>
    public string? ProviderId { get; init; }

    public override string ToString() => $"{Kind} {EventId}";
}
