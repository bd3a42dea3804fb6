using Azure;
using Azure.Identity;

namespace ConnectingPeople.LocalHost.Queues;

/// <summary>Tells failures of the storage from failures of this program.</summary>
internal static class StorageFailure
{
    /// <remarks>The client gathers the failures of its tries in an <see cref="AggregateException"/>; a time-out cancels.</remarks>
    public static bool Is(Exception failure) => failure switch
    {
        AggregateException many => many.InnerExceptions.All(Is),
        RequestFailedException or AuthenticationFailedException or OperationCanceledException => true,
        _ => false,
    };

    /// <summary>The first line of the message: the rest is a dump of the response.</summary>
    public static string Reason(Exception failure) =>
        (failure is AggregateException { InnerException: Exception first } ? first : failure).Message.Split('\n')[0].TrimEnd();
}
