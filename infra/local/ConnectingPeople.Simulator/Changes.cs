namespace ConnectingPeople.Simulator;

/// <summary>Says that something changed, so that pages and tests wait for news instead of asking over and over.</summary>
public sealed class Changes
{
    private volatile TaskCompletionSource next = NewPulse();

    public void Tell() => Interlocked.Exchange(ref next, NewPulse()).SetResult();

    /// <summary>Completes at the next change after this call.</summary>
    public Task NextAsync(CancellationToken cancellation = default) => next.Task.WaitAsync(cancellation);

    /// <summary>Completes as soon as <paramref name="happened"/> is true.</summary>
    public async Task UntilAsync(Func<bool> happened, CancellationToken cancellation = default)
    {
        while (true)
        {
            Task change = NextAsync(cancellation);
            if (happened())
            {
                return;
            }

            await change;
        }
    }

    private static TaskCompletionSource NewPulse() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
