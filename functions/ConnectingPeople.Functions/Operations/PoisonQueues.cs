using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Operations;

/// <summary>Looks into the queues, and gives what was put aside another try.</summary>
public sealed class PoisonQueues(StorageClients clients)
{
    /// <summary>How often the host tries a message before it puts it aside: <c>maxDequeueCount</c> in host.json.</summary>
    public const int Tries = 5;

    /// <summary>Storage gives no more than so many messages at once.</summary>
    public const int AtOnce = 32;

    /// <summary>How many one press of a button moves at the most.</summary>
    private const int MostMoved = 1000;

    /// <summary>How long a message that is being looked at is nobody else's: long enough to move a few, short enough to be forgotten.</summary>
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(1);

    /// <summary>How many messages of a queue were put aside.</summary>
    public Task<int> PoisonedAsync(string queue, CancellationToken cancellation) => CountAsync(Poison(queue), cancellation);

    /// <summary>A queue as it is now, with the first messages that were put aside.</summary>
    public async Task<QueueFigures> LookAsync(string queue, CancellationToken cancellation)
    {
        int waiting = await CountAsync(clients.RawQueue(queue), cancellation);
        int poisoned = await PoisonedAsync(queue, cancellation);
        PeekedMessage[] peeked = poisoned == 0 ? [] : (await Poison(queue).PeekMessagesAsync(AtOnce, cancellation)).Value;
        return new QueueFigures(queue, waiting, poisoned, [.. peeked.Select(message => PoisonMessage.Of(queue, message))]);
    }

    /// <summary>
    /// Puts one message, or all of a queue, back to be tried again: into its queue first, then out of the poison queue, so that whoever dies in
    /// between leaves one too many, which the functions find done already.
    /// </summary>
    /// <param name="queue">Without <c>-poison</c>.</param>
    /// <param name="only">The id of one message; null for all.</param>
    /// <param name="cancellation">Ends it between two messages.</param>
    /// <returns>How many were put back: none when somebody else was quicker.</returns>
    public async Task<int> TryAgainAsync(string queue, string? only, CancellationToken cancellation)
    {
        QueueClient poison = Poison(queue);
        List<QueueMessage> others = [];
        int moved = 0;
        try
        {
            while (moved < (only is null ? MostMoved : 1) && await TakeAsync(poison, cancellation) is { Length: > 0 } taken)
            {
                foreach (QueueMessage message in taken)
                {
                    if (only is not null && message.MessageId != only)
                    {
                        others.Add(message);
                        continue;
                    }

                    await clients.RawQueue(queue).SendMessageAsync(message.Body, cancellationToken: cancellation);
                    await IfItIsStillThereAsync(() => poison.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellation));
                    moved++;
                }
            }
        }
        finally
        {
            foreach (QueueMessage message in others)
            {
                await IfItIsStillThereAsync(() => poison.UpdateMessageAsync(message.MessageId, message.PopReceipt, visibilityTimeout: TimeSpan.Zero));
            }
        }

        return moved;
    }

    private QueueClient Poison(string queue) => clients.RawQueue($"{queue}-poison");

    private static async Task<int> CountAsync(QueueClient queue, CancellationToken cancellation)
    {
        try
        {
            return (await queue.GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount;
        }
        catch (RequestFailedException e) when (e.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return 0; // The host makes it with the first message.
        }
    }

    private static async Task<QueueMessage[]> TakeAsync(QueueClient queue, CancellationToken cancellation)
    {
        try
        {
            return (await queue.ReceiveMessagesAsync(AtOnce, Hold, cancellation)).Value;
        }
        catch (RequestFailedException e) when (e.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return [];
        }
    }

    /// <remarks>Somebody else may have taken it when the hold was over.</remarks>
    private static async Task IfItIsStillThereAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (RequestFailedException e) when (e.ErrorCode == QueueErrorCode.MessageNotFound || e.ErrorCode == QueueErrorCode.PopReceiptMismatch)
        {
        }
    }
}

/// <summary>A queue and what was put aside from it.</summary>
/// <param name="Name">Without <c>-poison</c>.</param>
/// <param name="Waiting">Messages to be worked off, as storage estimates it.</param>
/// <param name="Poisoned">Messages put aside, as storage estimates it.</param>
/// <param name="Messages">The first of those.</param>
public sealed record QueueFigures(string Name, int Waiting, int Poisoned, IReadOnlyList<PoisonMessage> Messages);
