using Microsoft.Extensions.Logging;

namespace ConnectingPeople.LocalHost.Queues;

internal static partial class QueueLog
{
    [LoggerMessage(LogLevel.Warning, "Queue {Queue} can't be reached; trying again until it can. {Reason}")]
    public static partial void StorageIsAway(this ILogger logger, string queue, string reason);

    [LoggerMessage(LogLevel.Information, "Queue {Queue} can be reached again.")]
    public static partial void StorageIsBack(this ILogger logger, string queue);

    [LoggerMessage(LogLevel.Warning, "Message {MessageId} of queue {Queue} couldn't be settled and will come again. {Reason}")]
    public static partial void Unsettled(this ILogger logger, string messageId, string queue, string reason);

    [LoggerMessage(LogLevel.Warning, "Message {MessageId} of queue {Queue} couldn't be kept hidden while its function runs. {Reason}")]
    public static partial void Unrenewed(this ILogger logger, string messageId, string queue, string reason);

    [LoggerMessage(LogLevel.Error, "Message {MessageId} of queue {Queue} isn't Base64 of UTF-8.")]
    public static partial void Undecodable(this ILogger logger, string messageId, string queue);

    [LoggerMessage(LogLevel.Error, "Message {MessageId} failed {Tries} times and was moved to {Queue}-poison.")]
    public static partial void Poisoned(this ILogger logger, string messageId, long tries, string queue);
}
