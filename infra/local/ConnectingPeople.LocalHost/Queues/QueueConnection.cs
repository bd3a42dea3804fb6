using Azure.Core;
using Azure.Storage.Queues;
using ConnectingPeople.LocalHost.Settings;
using Microsoft.Extensions.Configuration;

namespace ConnectingPeople.LocalHost.Queues;

/// <summary>Finds the storage account that a trigger names.</summary>
internal static class QueueConnection
{
    /// <exception cref="StartException">The setting is missing or holds no connection string.</exception>
    public static QueueServiceClient Open(string function, string? connection, IConfiguration configuration)
    {
        string setting = connection is { Length: > 0 } ? connection : "AzureWebJobsStorage";
        string key = SettingName.ToKey(setting);
        if ((configuration[key] ?? configuration["AzureWebJobs" + key]) is not { Length: > 0 } account)
        {
            throw new StartException($"Function {function} needs the setting {setting}, which has no value. Set it to a storage connection string.");
        }

        try
        {
            return new QueueServiceClient(account, Options());
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException)
        {
            throw new StartException($"Function {function}: the setting {setting} isn't a storage connection string.", e);
        }
    }

    /// <remarks>Messages are decoded by the queue itself, so that one that can't be is a failed message and no failed poll.</remarks>
    private static QueueClientOptions Options() => new()
    {
        MessageEncoding = QueueMessageEncoding.None,
        Retry = { Mode = RetryMode.Fixed, Delay = TimeSpan.FromMilliseconds(200), MaxRetries = 2, NetworkTimeout = TimeSpan.FromSeconds(10) },
    };
}
