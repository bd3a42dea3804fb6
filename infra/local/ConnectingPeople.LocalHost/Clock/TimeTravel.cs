using ConnectingPeople.LocalHost.Invocations;
using ConnectingPeople.LocalHost.Queues;
using ConnectingPeople.LocalHost.Timers;

namespace ConnectingPeople.LocalHost.Clock;

/// <summary>Moves the clock, and lets everything happen on the way that would have happened.</summary>
internal sealed class TimeTravel(MovableClock clock, Triggers triggers, TimerFunctions timers, QueueListeners queues, RunningInvocations running) : IDisposable
{
    /// <summary>How long a journey waits for requests that run besides it, before it goes on without them.</summary>
    private static readonly TimeSpan RequestPatience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim oneAtATime = new(1);

    /// <summary>Moves to the target in steps; at each, timers that are due run once and then the queues are drained.</summary>
    /// <param name="target">Where to, from the present.</param>
    /// <param name="step">How far each step goes; null for all the way at once.</param>
    /// <param name="cancellation">Ends the journey between two steps.</param>
    /// <returns>What happened, or null if the target lies in the past.</returns>
    public async Task<Journey?> GoAsync(Func<Instant, Instant> target, Duration? step, CancellationToken cancellation)
    {
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            Instant now = clock.GetCurrentInstant();
            return IsPast(target(now), now) ? null : await GoAsync(now, target(now), step, cancellation);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    /// <remarks>The clock is read and set in whole seconds, so the second that it shows isn't past yet.</remarks>
    private static bool IsPast(Instant target, Instant now) => target.ToUnixTimeSeconds() < now.ToUnixTimeSeconds();

    private async Task<Journey> GoAsync(Instant now, Instant target, Duration? step, CancellationToken cancellation)
    {
        await triggers.HoldAsync();
        try
        {
            await queues.EndWaitsAsync();
            Journey journey = await ArriveAsync(default, cancellation);
            while (now < target)
            {
                now = step is Duration far ? Instant.Min(now + far, target) : target;
                clock.MoveForwardTo(now);
                journey = await ArriveAsync(journey with { Steps = journey.Steps + 1 }, cancellation);
            }

            return journey;
        }
        finally
        {
            triggers.Release();
        }
    }

    private async Task<Journey> ArriveAsync(Journey journey, CancellationToken cancellation)
    {
        journey = journey with { TimersRun = journey.TimersRun + await timers.RunDueAsync(clock.GetCurrentInstant()) };
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            journey = journey with { RequestsLinger = journey.RequestsLinger || !await IsIdleAsync() };
            if (await queues.DrainAsync() is not { Length: > 0 } settled)
            {
                return journey;
            }

            journey = journey with { MessagesProcessed = journey.MessagesProcessed + settled.Count(isSettled => isSettled) };
        }
    }

    private async Task<bool> IsIdleAsync()
    {
        Task idle = running.IdleAsync();
        await idle.WaitAsync(RequestPatience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return idle.IsCompleted;
    }
}
