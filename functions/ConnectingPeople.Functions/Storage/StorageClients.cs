using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Options;

namespace ConnectingPeople.Functions.Storage;

/// <summary>
/// The clients of every table, queue and container, made once. Retries are few and short: a queue message or a provider's
/// webhook comes again by itself, and a person waits for the answer of everything else.
/// </summary>
public sealed class StorageClients
{
    private readonly TableServiceClient tables;
    private readonly TableServiceClient identityTables;
    private readonly QueueServiceClient queues;

    public StorageClients(IOptions<StorageOptions> settings)
    {
        StorageOptions options = settings.Value;
        tables = new TableServiceClient(options.Study, Prepared(new TableClientOptions(), options.Observer));
        identityTables = new TableServiceClient(options.Identity, Prepared(new TableClientOptions(), options.Observer));
        queues = new QueueServiceClient(options.Study, Prepared(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }, options.Observer));
        Exports = new BlobServiceClient(options.Study, Prepared(new BlobClientOptions(), options.Observer)).GetBlobContainerClient("exports");
        Participants = tables.GetTableClient("participants");
        Agenda = tables.GetTableClient("agenda");
        Agencies = tables.GetTableClient("agencies");
        Staff = tables.GetTableClient("staff");
        Contacts = identityTables.GetTableClient("contacts");
    }

    public TableClient Participants { get; }

    public TableClient Agenda { get; }

    public TableClient Agencies { get; }

    public TableClient Staff { get; }

    public TableClient Contacts { get; }

    public BlobContainerClient Exports { get; }

    public QueueClient Queue(string name) => queues.GetQueueClient(name);

    /// <summary>Makes what is missing. Safe to run from many instances at once.</summary>
    public async Task CreateAsync(CancellationToken cancellation)
    {
        foreach (TableClient table in (TableClient[])[Participants, Agenda, Agencies, Staff, Contacts])
        {
            await table.CreateIfNotExistsAsync(cancellation);
        }

        foreach (string queue in (string[])["agenda", "outbox", "alerts", "exports"])
        {
            await Queue(queue).CreateIfNotExistsAsync(cancellationToken: cancellation);
        }

        await Exports.CreateIfNotExistsAsync(cancellationToken: cancellation);
    }

    private static T Prepared<T>(T options, HttpPipelinePolicy? observer)
        where T : ClientOptions
    {
        options.Retry.MaxRetries = 2;
        options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(2);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(10);
        options.Diagnostics.IsLoggingContentEnabled = false;
        if (observer is not null)
        {
            options.AddPolicy(observer, HttpPipelinePosition.PerRetry);
        }

        return options;
    }
}
