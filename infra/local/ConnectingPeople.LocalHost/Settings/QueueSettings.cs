namespace ConnectingPeople.LocalHost.Settings;

/// <summary>The <c>extensions.queues</c> of <c>host.json</c>; ranges and defaults are the real host's.</summary>
internal sealed record QueueSettings
{
    private readonly int? newBatchThreshold;

    /// <summary>How many messages are taken at once, 1 to 32.</summary>
    public int BatchSize { get; init; } = 16;

    /// <summary>A further batch is taken once no more than this many messages are being worked on.</summary>
    public int NewBatchThreshold
    {
        get => newBatchThreshold ?? BatchSize / 2;
        init => newBatchThreshold = value;
    }

    /// <summary>How often a message is tried before it goes to the poison queue.</summary>
    public int MaxDequeueCount { get; init; } = 5;

    /// <summary>How long a message that failed waits for its next try.</summary>
    public TimeSpan VisibilityTimeout { get; init; } = TimeSpan.Zero;

    /// <summary>How long at most an empty queue is left alone.</summary>
    public TimeSpan MaxPollingInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <exception cref="InvalidDataException">A value is out of range.</exception>
    public QueueSettings Checked() =>
        BatchSize is < 1 or > 32 ? throw new InvalidDataException("extensions.queues.batchSize must be 1 to 32.")
        : NewBatchThreshold < 0 ? throw new InvalidDataException("extensions.queues.newBatchThreshold must not be negative.")
        : MaxDequeueCount < 1 ? throw new InvalidDataException("extensions.queues.maxDequeueCount must be at least 1.")
        : VisibilityTimeout < TimeSpan.Zero || VisibilityTimeout > TimeSpan.FromDays(7)
            ? throw new InvalidDataException("extensions.queues.visibilityTimeout must be between 00:00:00 and 7.00:00:00.")
        : MaxPollingInterval < TimeSpan.FromMilliseconds(100)
            ? throw new InvalidDataException("extensions.queues.maxPollingInterval must be at least 00:00:00.100.")
        : this;
}
