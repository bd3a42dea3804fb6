using System.Text.Json;
using System.Text.Json.Serialization;
using ConnectingPeople.Domain.Participants;

namespace ConnectingPeople.Domain.Alerts;

/// <summary>What is to be told to one member of staff, and the messages to them that are under way.</summary>
public sealed record Tray
{
    /// <summary>Alerts that no message has been made of yet, in the order in which they came.</summary>
    public IReadOnlyList<WaitingAlert> Waiting { get; init => field = value ?? []; } = [];

    /// <summary>Messages claimed and not yet recorded, or waiting to be tried.</summary>
    public IReadOnlyList<Notice> Outbox { get; init => field = value ?? []; } = [];

    /// <summary>How many messages there ever were; the next one's id counts on.</summary>
    public int NoticesEver { get; init; }

    /// <summary>The provider's ids of the latest text messages, so that an earlier one isn't taken for one whose outcome got lost.</summary>
    public IReadOnlyList<string> ProviderIds { get; init => field = value ?? []; } = [];

    /// <summary>The local day of the last digest.</summary>
    public LocalDate? DigestOn { get; init; }

    /// <summary>When somebody must look at it; null while there is nothing to do.</summary>
    /// <param name="gatherFor">How long what isn't urgent waits for company.</param>
    public Instant? LookAt(Duration gatherFor)
    {
        List<Instant> due =
        [
            .. Waiting.Select(alert => alert.IsUrgent ? alert.Since : alert.Since + gatherFor),
            .. Outbox.Select(notice => notice.LookAt),
        ];
        return due.Count == 0 ? null : due.Min();
    }
}

/// <summary>An alert that somebody is to hear of.</summary>
/// <param name="Participant">Whose it is.</param>
/// <param name="Alert">Its id.</param>
/// <param name="Audience">As whose member they hear of it.</param>
/// <param name="IsUrgent">Whether it goes at once, alone, and also by text message.</param>
/// <param name="Since">When it came here.</param>
public sealed record WaitingAlert(string Participant, string Alert, Audience Audience, bool IsUrgent, Instant Since);

/// <summary>A message to a member of staff.</summary>
public sealed record Notice
{
    /// <summary><c>n1</c>, <c>n2</c>, …: unique for the member of staff.</summary>
    public required string Id { get; init; }

    public required NoticeWay Way { get; init; }

    /// <summary>What it tells of; empty for a digest.</summary>
    public IReadOnlyList<WaitingAlert> About { get; init => field = value ?? []; } = [];

    /// <summary>The day of the digest that it brings; null for alerts.</summary>
    public LocalDate? Digest { get; init; }

    /// <summary>When an instance took it to the provider; null while it waits.</summary>
    public Instant? ClaimedAt { get; init; }

    public required Instant LookAt { get; init; }

    /// <summary>How often the provider was called with it.</summary>
    public int Tries { get; init; }

    [JsonIgnore]
    public bool IsUrgent => About.Any(alert => alert.IsUrgent);
}

public enum NoticeWay
{
    Email,
    Sms,
}

/// <summary>How trays are written down.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    Converters = [typeof(InstantConverter), typeof(LocalDateConverter)])]
[JsonSerializable(typeof(Tray))]
public sealed partial class TrayJson : JsonSerializerContext
{
    public static string Write(Tray tray) => JsonSerializer.Serialize(tray, Default.Tray);

    /// <exception cref="JsonException">It isn't a tray.</exception>
    public static Tray Read(string text) => JsonSerializer.Deserialize(text, Default.Tray) ?? throw new JsonException("The tray is empty.");
}
