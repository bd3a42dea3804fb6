namespace ConnectingPeople.Simulator.Twilio;

/// <summary>One text message, as it is at the moment; a later state is another record under the same <see cref="Sid"/>.</summary>
public sealed record TwilioMessage
{
    public string Sid { get; init; } = $"SM{Guid.NewGuid():N}";

    public required MessageDirection Direction { get; init; }

    public required MessageStatus Status { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    public required string Body { get; init; }

    public required Instant CreatedAt { get; init; }

    public required Instant UpdatedAt { get; init; }

    public Instant? SentAt { get; init; }

    public int? ErrorCode { get; init; }

    public string? MessagingServiceSid { get; init; }

    public Uri? StatusCallback { get; init; }

    /// <summary>When it is dropped if it still waits; null for after ten hours.</summary>
    public Instant? ValidUntil { get; init; }

    public IReadOnlyList<Uri> Media { get; init; } = [];

    /// <summary>What went wrong between Twilio and the study, for the page; Twilio's own API has no such field.</summary>
    public string? Trouble { get; init; }

    public bool IsInbound => Direction == MessageDirection.Inbound;

    /// <summary>The number of the person's phone, whoever wrote.</summary>
    public string Phone => IsInbound ? From : To;

    /// <summary>Whether the person's phone shows it.</summary>
    public bool IsOnPhone => Status is MessageStatus.Delivered or MessageStatus.Received;

    public override string ToString() => $"{Sid} {Direction.Word()} {Status.Word()}";
}
