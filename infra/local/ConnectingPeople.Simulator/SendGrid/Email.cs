namespace ConnectingPeople.Simulator.SendGrid;

/// <summary>One email as it lies in one inbox.</summary>
public sealed record Email
{
    /// <summary>The provider's id of the sending, as in <c>X-Message-Id</c>.</summary>
    public required string MessageId { get; init; }

    public required string To { get; init; }

    public required string From { get; init; }

    public required string Subject { get; init; }

    public string Text { get; init; } = "";

    public string Html { get; init; } = "";

    public required Instant At { get; init; }

    public override string ToString() => MessageId;
}
