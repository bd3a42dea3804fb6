using Azure;
using Azure.Identity;

namespace ConnectingPeople.Functions.Storage;

/// <summary>Makes tables, queues and the container at start, and keeps trying while storage is away.</summary>
public sealed partial class StorageSetup(StorageClients clients, ILogger<StorageSetup> log) : BackgroundService
{
    /// <summary>Whether everything is there.</summary>
    public bool IsDone { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (int tries = 0; !IsDone; tries++)
        {
            try
            {
                await clients.CreateAsync(stoppingToken);
                IsDone = true;
            }
            catch (Exception e) when (e is RequestFailedException or AuthenticationFailedException or AggregateException or TaskCanceledException
                && !stoppingToken.IsCancellationRequested)
            {
                LogAway(e.Message.Split('\n')[0]);
                await Task.Delay(TimeSpan.FromSeconds(Math.Min(30, 1 << Math.Min(tries, 5))), stoppingToken);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Storage doesn't answer yet, trying again: {Reason}")]
    private partial void LogAway(string reason);
}
