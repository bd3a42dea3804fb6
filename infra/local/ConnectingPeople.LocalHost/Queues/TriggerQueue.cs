using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace ConnectingPeople.LocalHost.Queues;

/// <summary>A queue that sets off a function, and the poison queue beside it.</summary>
/// <param name="service">The storage account.</param>
/// <param name="name">The queue's name.</param>
/// <param name="lease">How long a taken message stays hidden from others.</param>
internal sealed class TriggerQueue(QueueServiceClient service, string name, TimeSpan lease)
{
    private const string PoisonSuffix = "-poison";

    private readonly QueueClient queue = service.GetQueueClient(name);
    private readonly QueueClient poison = service.GetQueueClient(name + PoisonSuffix);
    private readonly ConcurrentDictionary<string, string> waiting = [];
    private bool exists;

    public string Name => name;

    public TimeSpan Lease => lease;

    /// <summary>Messages that fail in a poison queue stay there, as with the real host.</summary>
    public bool IsPoison => name.EndsWith(PoisonSuffix, StringComparison.Ordinal);

    /// <summary>Takes up to so many messages; makes the queue if it isn't there.</summary>
    public async Task<QueueMessage[]> TakeAsync(int count)
    {
        try
        {
            if (!exists)
            {
                await queue.CreateIfNotExistsAsync();
                exists = true;
            }

            QueueMessage[] messages = (await queue.ReceiveMessagesAsync(count, lease)).Value;
            Array.ForEach(messages, message => waiting.TryRemove(message.MessageId, out _));
            return messages;
        }
        catch (RequestFailedException e) when (e.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            exists = false;
            return [];
        }
    }

    /// <summary>Hides a message for longer.</summary>
    /// <returns>The receipt that is valid from now on.</returns>
    public async Task<string> RenewAsync(QueueMessage message, string receipt) =>
        (await queue.UpdateMessageAsync(message.MessageId, receipt, visibilityTimeout: lease)).Value.PopReceipt;

    public Task DoneAsync(QueueMessage message, string receipt) => queue.DeleteMessageAsync(message.MessageId, receipt);

    /// <summary>Lets a message be tried again after a while.</summary>
    public async Task RetryAsync(QueueMessage message, string receipt, TimeSpan delay)
    {
        UpdateReceipt update = (await queue.UpdateMessageAsync(message.MessageId, receipt, visibilityTimeout: delay)).Value;
        if (delay > TimeSpan.Zero)
        {
            waiting[message.MessageId] = update.PopReceipt;
        }
    }

    /// <summary>Moves a message aside, as it came.</summary>
    public async Task PoisonAsync(QueueMessage message, string receipt)
    {
        await poison.CreateIfNotExistsAsync();
        await poison.SendMessageAsync(message.MessageText);
        await DoneAsync(message, receipt);
    }

    /// <summary>Ends the wait of all messages that failed before, for a clock that moves faster than the storage's.</summary>
    public async Task EndWaitsAsync()
    {
        foreach ((string message, string receipt) in waiting.ToArray())
        {
            waiting.TryRemove(message, out _);
            try
            {
                await queue.UpdateMessageAsync(message, receipt, visibilityTimeout: TimeSpan.Zero);
            }
            catch (RequestFailedException e) when (e.Status is 400 or 404)
            {
                // Somebody else took or removed it meanwhile: it waits no longer.
            }
        }
    }
}
