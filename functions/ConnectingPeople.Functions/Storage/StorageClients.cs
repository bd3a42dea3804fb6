using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Options;

namespace ConnectingPeople.Functions.Storage;

/// <summary>The clients of every table, queue and container, made once: connections and tokens are theirs to keep.</summary>
public sealed class StorageClients
{
    private readonly QueueServiceClient queues;

    public StorageClients(IOptions<StorageOptions> settings)
    {
        StorageOptions options = settings.Value;
        StorageAccount study = new(options.Study, options.Observer);
        StorageAccount identity = options.Identity == options.Study ? study : new(options.Identity, options.Observer);
        TableServiceClient tables = study.Tables();
        queues = study.Queues();
        Exports = study.Blobs().GetBlobContainerClient("exports");
        Participants = tables.GetTableClient("participants");
        Agenda = tables.GetTableClient("agenda");
        Agencies = tables.GetTableClient("agencies");
        Staff = tables.GetTableClient("staff");
        Contacts = identity.Tables().GetTableClient("contacts");
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
}
