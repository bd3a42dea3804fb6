using Microsoft.Extensions.Logging;

namespace ConnectingPeople.Simulator;

/// <summary>
/// Work that goes on after a request was answered: delivering, telling the study, a person's reply.
/// What concerns one phone happens in order, so that a cohort plays the same way every time.
/// </summary>
public sealed partial class Errands(ILogger<Errands> logger) : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Task> last = [];
    private readonly CancellationTokenSource stopping = new();

    /// <summary>Puts work at the end of what is under way for a phone or an inbox.</summary>
    public void Add(string address, Func<CancellationToken, Task> work)
    {
        lock (gate)
        {
            last[address] = RunAfterAsync(last.GetValueOrDefault(address, Task.CompletedTask), work);
        }
    }

    /// <summary>Begins work that nobody has to wait for.</summary>
    public void AddAside(Func<CancellationToken, Task> work) => _ = RunAfterAsync(Task.CompletedTask, work);

    /// <summary>Completes when nothing is under way, whatever was begun meanwhile included.</summary>
    public async Task SettledAsync()
    {
        while (UnderWay() is { Length: > 0 } tasks)
        {
            await Task.WhenAll(tasks);
        }
    }

    public void Stop() => stopping.Cancel();

    public void Dispose() => stopping.Dispose();

    private Task[] UnderWay()
    {
        lock (gate)
        {
            return [.. last.Values.Where(task => !task.IsCompleted)];
        }
    }

    private async Task RunAfterAsync(Task before, Func<CancellationToken, Task> work)
    {
        await before;
        try
        {
            await Task.Run(() => work(stopping.Token));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The simulator is ending: nobody waits for this any more.
        }
#pragma warning disable CA1031 // What goes wrong for one message must not hold up the phone's later ones.
        catch (Exception e)
#pragma warning restore CA1031
        {
            ErrandFailed(logger, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The simulator failed to go on with a message.")]
    private static partial void ErrandFailed(ILogger logger, Exception exception);
}
