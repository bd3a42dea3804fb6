using System.Text.RegularExpressions;
using ConnectingPeople.Testing;

namespace ConnectingPeople.Functions.Tests.Support;

/// <summary>A storage account behind doors that can be closed: storage is away, and comes back with all it held.</summary>
public sealed partial class StorageRelays : IAsyncDisposable
{
    private readonly List<Relay> relays = [];

    /// <summary>The account, as the app is told of it.</summary>
    public string Account { get; private set; } = "";

    /// <summary>An account of its own; its doors are closed.</summary>
    public static async Task<StorageRelays> MakeAsync()
    {
        StorageRelays doors = new();
        doors.Account = Server().Replace(await Azurite.NewAccountAsync(), match =>
        {
            Relay relay = new(new Uri(match.Value));
            doors.relays.Add(relay);
            return $"http://127.0.0.1:{relay.Port}";
        });
        return doors;
    }

    public void Open() => relays.ForEach(relay => relay.Open());

    public Task CloseAsync() => Task.WhenAll(relays.Select(relay => relay.CloseAsync()));

    public async ValueTask DisposeAsync() => await CloseAsync();

    [GeneratedRegex("http://[^/;]+")]
    private static partial Regex Server();
}
