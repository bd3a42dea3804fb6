using Azure.Core;
using Azure.Identity;
using Azure.Storage.Queues;
using ConnectingPeople.LocalHost.Settings;
using Microsoft.Extensions.Configuration;

namespace ConnectingPeople.LocalHost.Queues;

/// <summary>Finds the storage account that a trigger names.</summary>
internal static class QueueConnection
{
    /// <exception cref="StartException">The setting is missing, or holds neither a connection string nor an account to use an identity with.</exception>
    public static QueueServiceClient Open(string function, string? connection, IConfiguration configuration)
    {
        string setting = connection is { Length: > 0 } ? connection : "AzureWebJobsStorage";
        string key = SettingName.ToKey(setting);
        IConfigurationSection own = configuration.GetSection(key);
        IConfigurationSection section = own.Exists() ? own : configuration.GetSection("AzureWebJobs" + key);
        try
        {
            return section.Value is { Length: > 0 } account ? new QueueServiceClient(account, Options())
                : AddressIn(section) is { } address ? new QueueServiceClient(address, IdentityIn(section), Options())
                : throw new StartException($"Function {function} needs the setting {setting}, which has no value. "
                    + $"Set it to a storage connection string, or {setting}__accountName to use an identity.");
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException)
        {
            throw new StartException($"Function {function}: the setting {setting} isn't a storage connection string.", e);
        }
    }

    /// <remarks>As in the real host: an address goes before the account's name.</remarks>
    private static Uri? AddressIn(IConfigurationSection connection) =>
        connection["queueServiceUri"] is { Length: > 0 } address ? new Uri(address)
        : connection["accountName"] is { Length: > 0 } name ? new Uri($"https://{name}.queue.core.windows.net")
        : null;

    /// <remarks>As in the real host: only <c>managedidentity</c> is a word, without it whoever is signed in is taken.</remarks>
    private static TokenCredential IdentityIn(IConfigurationSection connection) =>
        connection["credential"] != "managedidentity" ? new DefaultAzureCredential()
        : new ManagedIdentityCredential(connection["clientId"] is { Length: > 0 } client
            ? ManagedIdentityId.FromUserAssignedClientId(client)
            : ManagedIdentityId.SystemAssigned);

    /// <remarks>Messages are decoded by the queue itself, so that one that can't be is a failed message and no failed poll.</remarks>
    private static QueueClientOptions Options() => new()
    {
        MessageEncoding = QueueMessageEncoding.None,
        Retry = { Mode = RetryMode.Fixed, Delay = TimeSpan.FromMilliseconds(200), MaxRetries = 2, NetworkTimeout = TimeSpan.FromSeconds(10) },
    };
}
