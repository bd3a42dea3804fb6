using System.Text.Json.Serialization;

namespace ConnectingPeople.Domain.Messaging;

/// <summary>A message to a person on its way to the provider.</summary>
public sealed record Outgoing
{
    /// <summary><c>{check-in}.{purpose}.{n}</c>, so that a retry is the same message.</summary>
    public required string Id { get; init; }

    public required string CheckIn { get; init; }

    /// <summary>What it says, with <see cref="FirstName.Token"/> for the name and <see cref="FormLink.Token"/> for a link.</summary>
    public required string Text { get; init; }

    /// <summary>What an email is about; null for a text message.</summary>
    public string? Subject { get; init; }

    [JsonIgnore]
    public Way Way => Subject is null ? Way.Sms : Way.Email;

    /// <summary>When it was decided. Anything that passed between us and the person since makes it stale.</summary>
    public required Instant DecidedAt { get; init; }

    /// <summary>After this nobody wants it any more.</summary>
    public required Instant ExpiresAt { get; init; }

    /// <summary>When an instance took it to the provider; null while it waits.</summary>
    public Instant? ClaimedAt { get; init; }

    /// <summary>When a wake-up looks after it: a claim that was never recorded by then lingers, a waiting one is to be tried.</summary>
    public required Instant LookAt { get; init; }

    /// <summary>How often the provider was called with it.</summary>
    public int Tries { get; init; }

    /// <summary>Whether a message of that id puts a check-in's first question, so that the check-in is sent with it.</summary>
    public static bool Begins(string id) => id.EndsWith(".ask.1", StringComparison.Ordinal);

    /// <summary>The id of the message that puts a check-in's first question.</summary>
    public static string FirstOf(string checkIn) => $"{checkIn}.ask.1";
}

/// <summary>How a message reaches the person.</summary>
public enum Way
{
    Sms,
    Email,
}
