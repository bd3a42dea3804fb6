namespace ConnectingPeople.Simulator.SendGrid;

/// <summary>One email as it lies in one inbox.</summary>
public sealed record Email
{
    /// <summary>The provider's id of the sending, as in <c>X-Message-Id</c>.</summary>
    public required string MessageId { get; init; }

    public required string To { get; init; }

    public required string From { get; init; }

    /// <summary>The sender's name, or nothing.</summary>
    public string FromName { get; init; } = "";

    public required string Subject { get; init; }

    public string Text { get; init; } = "";

    public string Html { get; init; } = "";

    /// <summary>The sender's <c>custom_args</c>, which come back with every event.</summary>
    public IReadOnlyDictionary<string, string> About { get; init; } = new Dictionary<string, string>();

    /// <summary>What the sender put into the mail's own headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the provider would rewrite links or put a picture in, to see who reads it.</summary>
    public bool IsTracked { get; init; }

    public required Instant At { get; init; }

    /// <summary>The events that the study was told, in order, in SendGrid's words.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>Why the study doesn't know of an event, in words for the page; null when it knows of all.</summary>
    public string? Trouble { get; init; }

    public override string ToString() => MessageId;
}
