using Azure.Storage.Queues.Models;
using ConnectingPeople.LocalHost.Invocations;
using ConnectingPeople.LocalHost.Settings;
using Microsoft.Extensions.Logging;

namespace ConnectingPeople.LocalHost.Queues;

/// <summary>Works off one message: runs its function and then deletes, retries or poisons it.</summary>
internal sealed class QueueFunction(FunctionDefinition function, TriggerQueue queue, QueueSettings settings, FunctionRunner runner, ILogger logger)
{
    public string Name => function.Name;

    public TriggerQueue Queue => queue;

    /// <summary>Runs the function with a text that comes from no queue.</summary>
    public Task<bool> RunAsync(string text) => runner.RunAsync(function, text);

    /// <summary>Works off a taken message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="retryAfter">How long it waits if it fails and may be tried again.</param>
    /// <returns>Whether the message is settled: it succeeded or was poisoned.</returns>
    public async Task<bool> HandleAsync(QueueMessage message, TimeSpan retryAfter)
    {
        if (message.DequeueCount > settings.MaxDequeueCount)
        {
            return await FailAsync(message, message.PopReceipt, retryAfter);
        }

        Task<bool> run = RunAsync(message);
        string receipt = await RenewUntilAsync(run, message);
        if (!await run)
        {
            return await FailAsync(message, receipt, retryAfter);
        }

        await queue.DoneAsync(message, receipt);
        return true;
    }

    private async Task<bool> RunAsync(QueueMessage message)
    {
        if (MessageText.Decode(message.MessageText) is string text)
        {
            return await RunAsync(text);
        }

        logger.Undecodable(message.MessageId, queue.Name);
        return false;
    }

    private async Task<string> RenewUntilAsync(Task<bool> run, QueueMessage message)
    {
        string receipt = message.PopReceipt;
        using CancellationTokenSource ended = new();
        while (!run.IsCompleted && await Task.WhenAny(run, Task.Delay(queue.Lease / 2, ended.Token)) != run)
        {
            receipt = await TryRenewAsync(message, receipt);
        }

        await ended.CancelAsync();
        return receipt;
    }

    /// <remarks>The function isn't left alone because its lease couldn't be renewed: it runs on, and the next renewal may succeed.</remarks>
    private async Task<string> TryRenewAsync(QueueMessage message, string receipt)
    {
        try
        {
            return await queue.RenewAsync(message, receipt);
        }
        catch (Exception e)
        {
            logger.Unrenewed(message.MessageId, queue.Name, StorageFailure.Reason(e));
            return receipt;
        }
    }

    private async Task<bool> FailAsync(QueueMessage message, string receipt, TimeSpan retryAfter)
    {
        if (message.DequeueCount < settings.MaxDequeueCount)
        {
            await queue.RetryAsync(message, receipt, retryAfter);
            return false;
        }

        if (!queue.IsPoison)
        {
            await queue.PoisonAsync(message, receipt);
            logger.Poisoned(message.MessageId, message.DequeueCount, queue.Name);
        }

        return true;
    }
}
