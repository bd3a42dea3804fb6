namespace ConnectingPeople.Benchmarks.Scale;

/// <summary>What one participant comes to in nine months, counted in the simulation in memory.</summary>
/// <param name="WakeUps">How often the decider is woken.</param>
/// <param name="Sent">Texts that are no direct reply.</param>
/// <param name="Replies">Texts received; nearly each is answered by one.</param>
public sealed record Load(double WakeUps, double Sent, double Replies)
{
    private const double Days = 273;

    /// <summary>Storage calls, as the benchmarks count them: three a reply, three a wake-up, 1.7 more where it sends, two for each of two delivery reports.</summary>
    public double TableCalls => (3 * Replies) + (3 * WakeUps) + (1.7 * Sent) + (4 * Sent);

    /// <summary>One a reply and one for each of two delivery reports; wake-ups of a shard share one.</summary>
    public double Executions => Replies + (2 * Sent) + 1;

    /// <summary>Every text, ours and theirs, one segment each as the definition's check sees to.</summary>
    public double TextsOut => Sent + Replies;

    /// <summary>What runs whoever takes part: each minute 16 looks into the shards, one into the trays, two timers; each quarter of an hour the log.</summary>
    public static double FixedTableCalls => Days * 24 * 60 * 17;

    public static double FixedExecutions => Days * 24 * ((60 * 2) + 4);

    /// <summary>The host asks five queues at least once every two seconds while an instance is up.</summary>
    public static double FixedQueueCalls => Days * 24 * 3600 / 2 * 5;
}
