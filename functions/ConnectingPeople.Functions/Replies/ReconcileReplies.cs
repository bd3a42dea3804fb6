using ConnectingPeople.Functions.Messaging;

namespace ConnectingPeople.Functions.Replies;

/// <summary>
/// Finds in the provider's own log what people wrote while the app couldn't take it, and takes it now. What is stored already
/// changes nothing.
/// </summary>
public sealed class ReconcileReplies(ITextMessages provider, MessageRecovery recovery, IClock clock)
{
    /// <summary>How far back the log is read: longer than any outage that somebody would sleep through.</summary>
    private static readonly Duration LooksBack = Duration.FromDays(3);

    [Function(nameof(ReconcileReplies))]
    public async Task RunAsync([TimerTrigger("%ReconcileSchedule%")] TimerInfo timer, CancellationToken cancellation)
    {
        Instant since = clock.GetCurrentInstant() - LooksBack;
        await recovery.RecoverAsync(await provider.ReceivedAsync(since, cancellation).ToListAsync(cancellation), cancellation);
    }
}
