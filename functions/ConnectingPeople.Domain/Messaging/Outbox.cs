namespace ConnectingPeople.Domain.Messaging;

/// <summary>The patience of the outbox.</summary>
public static class Outbox
{
    /// <summary>A claim that wasn't recorded for so long belongs to an instance that died, or to a call whose answer got lost.</summary>
    public static Duration LingersAfter { get; } = Duration.FromMinutes(5);

    /// <summary>How long a message that was handed to the queue may take before a wake-up hands it over again.</summary>
    public static Duration QueuePatience { get; } = Duration.FromMinutes(10);

    /// <summary>How often the provider is tried with one message.</summary>
    public const int MaxTries = 6;
}
