using Azure;
using Azure.Storage.Queues.Models;
using ConnectingPeople.LocalHost.Settings;
using Microsoft.Extensions.Logging;

namespace ConnectingPeople.LocalHost.Queues;

/// <summary>Takes the messages of one queue, by itself as they come or when it is told to.</summary>
internal sealed class QueueListener(QueueFunction function, QueueSettings settings, ILogger logger)
{
    /// <summary>The storage gives no more messages than this in one answer.</summary>
    private const int MostAtOnce = 32;

    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(100);

    private bool away;

    public QueueFunction Function => function;

    /// <summary>Polls until it is told to pause; what was taken by then is worked off first.</summary>
    /// <remarks>A poll under way isn't cancelled: the messages it takes would be hidden and nobody's.</remarks>
    public async Task ListenAsync(CancellationToken pause)
    {
        List<Task> running = [];
        TimeSpan wait = ShortestWait;
        while (!pause.IsCancellationRequested)
        {
            QueueMessage[] messages = await TryTakeAsync();
            running.AddRange(messages.Select(message => HandleAsync(message, settings.VisibilityTimeout)));
            await UntilAtMostAsync(settings.NewBatchThreshold, running);
            wait = messages.Length > 0 ? ShortestWait : await PauseAsync(wait, pause);
        }

        await Task.WhenAll(running);
    }

    /// <summary>Works off one batch, whose failures may be taken again at once.</summary>
    /// <returns>For each message that was there whether it is settled; empty if none was.</returns>
    /// <exception cref="RequestFailedException">The storage is away.</exception>
    public async Task<bool[]> DrainAsync()
    {
        QueueMessage[] messages = await function.Queue.TakeAsync(Math.Min(MostAtOnce, settings.BatchSize + settings.NewBatchThreshold));
        return await Task.WhenAll(messages.Select(message => HandleAsync(message, TimeSpan.Zero)));
    }

    private static async Task UntilAtMostAsync(int count, List<Task> running)
    {
        running.RemoveAll(task => task.IsCompleted);
        while (running.Count > count)
        {
            running.Remove(await Task.WhenAny(running));
        }
    }

    /// <returns>How long to wait the next time, if there is nothing then either.</returns>
    private async Task<TimeSpan> PauseAsync(TimeSpan wait, CancellationToken pause)
    {
        await Task.Delay(wait, pause).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return wait * 2 < settings.MaxPollingInterval ? wait * 2 : settings.MaxPollingInterval;
    }

    private async Task<QueueMessage[]> TryTakeAsync()
    {
        try
        {
            QueueMessage[] messages = await function.Queue.TakeAsync(settings.BatchSize);
            if (away)
            {
                logger.StorageIsBack(function.Queue.Name);
            }

            away = false;
            return messages;
        }
        catch (Exception e)
        {
            if (!away)
            {
                logger.StorageIsAway(function.Queue.Name, StorageFailure.Reason(e));
            }

            away = true;
            return [];
        }
    }

    /// <remarks>On a thread of the pool, since a function that doesn't yield must not hold up the messages beside it.</remarks>
    private async Task<bool> HandleAsync(QueueMessage message, TimeSpan retryAfter)
    {
        try
        {
            return await Task.Run(() => function.HandleAsync(message, retryAfter));
        }
        catch (Exception e)
        {
            // The message shows again when its lease ends, so it is tried once more rather than lost.
            logger.Unsettled(message.MessageId, function.Queue.Name, StorageFailure.Reason(e));
            return false;
        }
    }
}
