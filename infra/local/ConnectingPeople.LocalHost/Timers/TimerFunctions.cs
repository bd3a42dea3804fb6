using ConnectingPeople.LocalHost.Invocations;
using Microsoft.Extensions.Configuration;

namespace ConnectingPeople.LocalHost.Timers;

/// <summary>All timers of the app.</summary>
internal sealed class TimerFunctions(FunctionCatalogue functions, IConfiguration configuration, FunctionRunner runner, IClock clock) : IDisposable
{
    private readonly TimerFunction[] timers =
        [.. functions.With<TimerTriggerAttribute>().Select(timer => TimerFunction.From(timer.Function, timer.Trigger, configuration, runner, clock))];

    public TimerFunction? Find(string name) => timers.FirstOrDefault(timer => timer.Name == name);

    public Task ListenAsync(CancellationToken pause) => Task.WhenAll(timers.Select(timer => timer.ListenAsync(pause)));

    /// <summary>Runs each timer that is due at an instant once, the one that is due first before the others.</summary>
    /// <returns>How many ran.</returns>
    public async Task<int> RunDueAsync(Instant now)
    {
        TimerFunction[] due = [.. timers.Where(timer => timer.Next <= now).OrderBy(timer => timer.Next).ThenBy(timer => timer.Name, StringComparer.Ordinal)];
        foreach (TimerFunction timer in due)
        {
            await timer.RunDueAsync();
        }

        return due.Length;
    }

    public void Dispose() => Array.ForEach(timers, timer => timer.Dispose());
}
