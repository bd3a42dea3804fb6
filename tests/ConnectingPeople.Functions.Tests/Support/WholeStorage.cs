using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using ConnectingPeople.Functions.Privacy;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectingPeople.Functions.Tests.Support;

/// <summary>All that a storage account holds, whatever it is called: every table, queue and blob, what is sealed opened as well.</summary>
public static class WholeStorage
{
    /// <summary>Every place with its text.</summary>
    public static async Task<IReadOnlyList<(string Place, string Text)>> ReadAsync(App app)
    {
        string account = app.Services.GetRequiredService<IConfiguration>()["AzureWebJobsStorage"]!;
        return [.. await TablesAsync(account, app.Services.GetRequiredService<ContactCells>()), .. await QueuesAsync(account), .. await BlobsAsync(account)];
    }

    /// <summary>Where in storage private words stand.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(App app, Needles needles) =>
        [.. (await ReadAsync(app)).SelectMany(place => needles.In(place.Text).Select(found => $"{place.Place}: {found}"))];

    private static async Task<List<(string, string)>> TablesAsync(string account, ContactCells cells)
    {
        List<(string, string)> places = [];
        TableServiceClient service = new(account);
        await foreach (var table in service.QueryAsync())
        {
            await foreach (TableEntity row in service.GetTableClient(table.Name).QueryAsync<TableEntity>())
            {
                string text = string.Join('\n', row.Select(cell => $"{cell.Key}={(cell.Value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : cell.Value)}"));
                string opened = table.Name == "contacts" ? string.Join('\n', ContactCells.Columns.Select(column => cells.ReadIfPossible(row, column))) : "";
                places.Add(($"table {table.Name} {row.PartitionKey} {row.RowKey}", $"{text}\n{opened}"));
            }
        }

        return places;
    }

    private static async Task<List<(string, string)>> QueuesAsync(string account)
    {
        List<(string, string)> places = [];
        QueueServiceClient service = new(account);
        await foreach (QueueItem queue in service.GetQueuesAsync())
        {
            PeekedMessage[] messages = await service.GetQueueClient(queue.Name).PeekMessagesAsync(32);
            places.AddRange(messages.Select(message => ($"queue {queue.Name}", $"{message.Body}\n{Encoding.UTF8.GetString(Convert.FromBase64String(message.Body.ToString()))}")));
        }

        return places;
    }

    private static async Task<List<(string, string)>> BlobsAsync(string account)
    {
        List<(string, string)> places = [];
        BlobServiceClient service = new(account);
        await foreach (BlobContainerItem container in service.GetBlobContainersAsync())
        {
            BlobContainerClient blobs = service.GetBlobContainerClient(container.Name);
            await foreach (BlobItem blob in blobs.GetBlobsAsync(BlobTraits.Metadata, BlobStates.All, "", CancellationToken.None))
            {
                BlobDownloadResult content = await blobs.GetBlobClient(blob.Name).DownloadContentAsync();
                places.Add(($"blob {container.Name}/{blob.Name}", $"{blob.Name} {string.Join(' ', blob.Metadata)}\n{content.Content}"));
            }
        }

        return places;
    }
}
