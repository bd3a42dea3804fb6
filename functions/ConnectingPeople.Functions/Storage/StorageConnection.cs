using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;

namespace ConnectingPeople.Functions.Storage;

/// <summary>
/// How a storage account is reached: by a connection string on one machine, or by name and identity in Azure, where the accounts
/// take no keys. The settings are the ones that the Functions host reads for its triggers (Microsoft, "Connecting to host storage
/// with an identity"), so that nobody can tell host and app different things.
/// </summary>
/// <param name="setting">The setting that the others are named after.</param>
public sealed partial class StorageConnection(string setting)
{
    private const string ManagedIdentity = "managedidentity";

    /// <summary>Holds the key; empty where an identity is used.</summary>
    public string ConnectionString { get; init; } = "";

    /// <summary><c>__accountName</c></summary>
    public string AccountName { get; init; } = "";

    /// <summary><c>__credential</c>: <c>managedidentity</c>, or empty for whoever is signed in on a developer's machine.</summary>
    public string Credential { get; init; } = "";

    /// <summary><c>__clientId</c> of a user-assigned identity; empty for the app's own.</summary>
    public string ClientId { get; init; } = "";

    /// <summary><c>__blobServiceUri</c> and so on, by service: for clouds where the account's name alone doesn't lead there.</summary>
    public IReadOnlyDictionary<StorageService, string> Addresses { get; init; } = new Dictionary<StorageService, string>();

    /// <summary>Whether any of its settings has a value.</summary>
    public bool IsSet => ConnectionString.Length > 0 || IsKeyless;

    private bool IsKeyless => Named().Any(named => named.Value.Length > 0);

    public static StorageConnection Read(IConfiguration settings, string setting)
    {
        IConfigurationSection section = settings.GetSection(setting);
        return new StorageConnection(setting)
        {
            ConnectionString = section.Value ?? "",
            AccountName = section["accountName"] ?? "",
            Credential = section["credential"] ?? "",
            ClientId = section["clientId"] ?? "",
            Addresses = Enum.GetValues<StorageService>().ToDictionary(service => service, service => section[SuffixOf(service)] ?? ""),
        };
    }

    /// <summary>Where a service of the account is.</summary>
    public Uri Address(StorageService service) => new(OwnAddress(service) is { Length: > 0 } own ? own
        : $"https://{AccountName}.{Word(service)}.core.windows.net");

    /// <summary>Who the app is to the account; null where the connection string says it.</summary>
    /// <remarks>
    /// In Azure the managed identity is asked for directly: <see cref="DefaultAzureCredential"/> tries other sources first and
    /// would take whichever answers. It is for developers, who use what they are signed in with.
    /// </remarks>
    public TokenCredential? Identity() =>
        ConnectionString.Length > 0 ? null
        : Credential.Length == 0 ? new DefaultAzureCredential()
        : new ManagedIdentityCredential(ClientId.Length == 0 ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(ClientId));

    /// <summary>What is missing, bad or contradictory, each naming its setting and the cure.</summary>
    /// <param name="services">What the app needs of the account.</param>
    public IEnumerable<string> Problems(params StorageService[] services)
    {
        if (ConnectionString.Length == 0)
        {
            return IsKeyless ? KeylessProblems(services) : [$"{setting} is missing: a connection string, or {setting}__accountName in Azure."];
        }

        string set = string.Join(", ", Named().Where(named => named.Value.Length > 0).Select(named => $"{setting}__{named.Suffix}"));
        return set.Length > 0 ? [$"{setting} has a connection string, but {set} would use an identity. Empty the one or the other."]
            : IsConnectionString() ? []
            : [$"{setting} isn't the connection string of a storage account."];
    }

    private IEnumerable<string> KeylessProblems(StorageService[] services)
    {
        if (AccountName.Length > 0 && !Name().IsMatch(AccountName))
        {
            yield return $"{setting}__accountName isn't the name of a storage account: 3 to 24 small letters and digits.";
        }

        foreach (StorageService service in services)
        {
            if (OwnAddress(service) is { Length: > 0 } own
                ? !Uri.TryCreate(own, UriKind.Absolute, out Uri? address) || address.Scheme != Uri.UriSchemeHttps
                : AccountName.Length == 0)
            {
                yield return $"{setting}__accountName is missing, and {setting}__{SuffixOf(service)} isn't an https address either.";
            }
        }

        if (Credential.Length > 0 && Credential != ManagedIdentity)
        {
            yield return $"{setting}__credential must be {ManagedIdentity}, or empty on a developer's machine.";
        }

        if (ClientId.Length > 0 && (Credential != ManagedIdentity || !Guid.TryParse(ClientId, out _)))
        {
            yield return $"{setting}__clientId must be the client id (a GUID) of a managed identity, with {setting}__credential {ManagedIdentity}.";
        }
    }

    private IEnumerable<(string Suffix, string Value)> Named() =>
        [("accountName", AccountName), ("credential", Credential), ("clientId", ClientId), .. Addresses.Select(own => (SuffixOf(own.Key), own.Value))];

    private string OwnAddress(StorageService service) => Addresses.GetValueOrDefault(service, "");

    private bool IsConnectionString()
    {
        try
        {
            return new TableServiceClient(ConnectionString) is not null;
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }

    private static string SuffixOf(StorageService service) => $"{Word(service)}ServiceUri";

    private static string Word(StorageService service) => Domain.Words.Of(service);

    [GeneratedRegex("^[a-z0-9]{3,24}$")]
    private static partial Regex Name();
}

/// <summary>A service of a storage account.</summary>
public enum StorageService
{
    Blob,
    Queue,
    Table,
}
