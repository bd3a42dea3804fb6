using ConnectingPeople.LocalHost.Invocations;
using ConnectingPeople.LocalHost.Queues;
using ConnectingPeople.LocalHost.Settings;
using ConnectingPeople.LocalHost.Timers;
using Microsoft.Extensions.Hosting;

namespace ConnectingPeople.LocalHost.Clock;

/// <summary>Starts timers and queues once the app has started, holds them while the clock is moved, and stops them gracefully.</summary>
internal sealed class Triggers(
    TimerFunctions timers, QueueListeners queues, RunningInvocations running, Launch launch, IHostApplicationLifetime lifetime)
    : IHostedLifecycleService, IDisposable
{
    private readonly Lock changing = new();
    private CancellationTokenSource pause = new();
    private Task loops = Task.CompletedTask;
    private bool started;
    private bool held;

    /// <summary>Cancelled when the host begins to stop.</summary>
    public CancellationToken Stopping => lifetime.ApplicationStopping;

    /// <summary>Waits until nothing that timers or queues set off is running, and keeps it so.</summary>
    public Task HoldAsync()
    {
        lock (changing)
        {
            held = true;
            pause.Cancel();
            return loops;
        }
    }

    /// <summary>Lets timers and queues run on by themselves.</summary>
    public void Release()
    {
        lock (changing)
        {
            held = false;
            RunUnlessHeld();
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        lock (changing)
        {
            started = true;
            RunUnlessHeld();
        }

        return Task.CompletedTask;
    }

    /// <summary>Takes nothing new; what runs may finish, and is told to when the host loses patience.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        lock (changing)
        {
            pause.Cancel();
        }

        running.CancelAfter(launch.StopPatience);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken) =>
        await Task.WhenAll(loops, running.IdleAsync()).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => pause.Dispose();

    private void RunUnlessHeld()
    {
        if (started && !held && !Stopping.IsCancellationRequested)
        {
            pause.Dispose();
            pause = new CancellationTokenSource();
            CancellationToken paused = pause.Token;
            loops = Task.Run(() => Task.WhenAll(timers.ListenAsync(paused), queues.ListenAsync(paused)), CancellationToken.None);
        }
    }
}
