using Azure.Data.Tables;
using ConnectingPeople.Functions.Storage;
using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Testing;
using Microsoft.Extensions.Options;

namespace ConnectingPeople.Functions.Tests.Storage;

/// <summary>How often the app tries when storage is away: queue messages and webhooks come again by themselves.</summary>
public sealed class StoragePatienceTests
{
    private readonly StorageObserver observer = new();

    [Fact]
    public async Task A_call_to_any_service_is_tried_three_times_and_no_more()
    {
        string nobody = $"http://127.0.0.1:{FreePort.Find()}/test000";
        StorageConnection away = new(StorageOptions.StudySetting)
        {
            ConnectionString = $"AccountName=test000;AccountKey=AAAA;BlobEndpoint={nobody};QueueEndpoint={nobody};TableEndpoint={nobody}",
        };
        StorageClients clients = new(Options.Create(new StorageOptions { Study = away, Identity = away, Observer = observer }), Measurements.Unwatched());

        Assert.Equal(3, await TriesAsync(() => clients.Participants.GetEntityAsync<TableEntity>("a", "b")));
        Assert.Equal(3, await TriesAsync(() => clients.Queue("agenda").SendMessageAsync("a")));
        Assert.Equal(3, await TriesAsync(() => clients.Exports.ExistsAsync()));
    }

    private async Task<int> TriesAsync(Func<Task> call)
    {
        observer.Reset();
        await Assert.ThrowsAnyAsync<Exception>(call);
        return observer.Calls;
    }
}
