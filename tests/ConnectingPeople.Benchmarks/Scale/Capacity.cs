namespace ConnectingPeople.Benchmarks.Scale;

/// <summary>How fast each part can go, a second.</summary>
public sealed record Capacity
{
    /// <summary>Participants that one run of a shard wakes at once, as <c>ShardWaking</c> has it.</summary>
    public int AtOnce { get; init; } = 8;

    /// <summary>Runs of one shard at the same time: the timer starts another each minute while somebody is due.</summary>
    public int RunsAShard { get; init; } = 1;

    /// <summary>One call to table storage, in seconds; an assumption, within a region.</summary>
    public double StorageSeconds { get; init; } = 0.01;

    /// <summary>One call to the provider, in seconds; an assumption.</summary>
    public double ProviderSeconds { get; init; } = 0.15;

    /// <summary>Storage calls of a wake-up that sends, as counted.</summary>
    public double CallsAWakeUp { get; init; } = 4.7;

    /// <summary>Calls a second that one storage account takes (Microsoft, "Scalability and performance targets for Table storage").</summary>
    public double AccountCalls { get; init; } = 20_000;

    /// <summary>Entities a second that one partition takes (the same page); a wake-up takes one agenda row out and puts one in.</summary>
    public double PartitionEntities { get; init; } = 2_000;

    /// <summary>Segments a second that the sender may send: 1 for a long number, 10 for an alphanumeric sender, 100 for a short code (Twilio).</summary>
    public required double ProviderSegments { get; init; }

    /// <summary>Wake-ups a second of one shard.</summary>
    public double ShardWakeUps => Math.Min(RunsAShard * AtOnce / ((CallsAWakeUp * StorageSeconds) + ProviderSeconds), PartitionEntities / 2);

    /// <summary>Wake-ups a second of everything behind the storage account.</summary>
    public double AccountWakeUps => AccountCalls / CallsAWakeUp;
}
