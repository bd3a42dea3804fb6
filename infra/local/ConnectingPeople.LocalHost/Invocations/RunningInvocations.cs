namespace ConnectingPeople.LocalHost.Invocations;

/// <summary>Counts what is running, so that the host can wait for the end of it, and ends it when patience does.</summary>
internal sealed class RunningInvocations : IDisposable
{
    private readonly CancellationTokenSource outOfPatience = new();
    private TaskCompletionSource? idle;
    private int count;

    /// <summary>Cancelled late in a stop, when functions have had their time to finish.</summary>
    public CancellationToken Cancellation => outOfPatience.Token;

    public void Enter() => Interlocked.Increment(ref count);

    public void Leave()
    {
        if (Interlocked.Decrement(ref count) == 0)
        {
            Interlocked.Exchange(ref idle, null)?.TrySetResult();
        }
    }

    public void CancelAfter(TimeSpan patience) => outOfPatience.CancelAfter(patience);

    /// <summary>Completes when nothing runs.</summary>
    public Task IdleAsync()
    {
        TaskCompletionSource waiter = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task idleAgain = (Interlocked.CompareExchange(ref idle, waiter, null) ?? waiter).Task;
        return Volatile.Read(ref count) == 0 ? Task.CompletedTask : idleAgain;
    }

    public void Dispose() => outOfPatience.Dispose();
}
