namespace ConnectingPeople.Domain.Messaging;

/// <summary>The patience of the outbox.</summary>
public static class Outbox
{
    /// <summary>A claim that wasn't recorded for so long belongs to an instance that died, or to a call whose answer got lost.</summary>
    public static Duration LingersAfter { get; } = Duration.FromMinutes(5);

    /// <summary>How long a message that was handed to the queue may take before a wake-up hands it over again.</summary>
    public static Duration QueuePatience { get; } = Duration.FromMinutes(10);

    /// <summary>How often the provider is tried with one message.</summary>
    public const int MaxTries = 12;

    /// <summary>The longest wait between two tries, unless the provider asks for a longer one.</summary>
    private static readonly Duration LongestWait = Duration.FromHours(1);

    /// <summary>
    /// How long a message waits that the provider didn't take: at first what the provider asks for, then twice as long each time,
    /// so that an outage of hours costs nobody a check-in.
    /// </summary>
    /// <param name="asked">The provider's own wish.</param>
    /// <param name="tries">How often it was tried, at least 1.</param>
    public static Duration Wait(Duration asked, int tries) => Duration.Max(asked, Duration.Min(asked * (1 << (tries - 1)), LongestWait));
}
