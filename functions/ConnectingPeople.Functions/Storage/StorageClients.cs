using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using ConnectingPeople.Functions.Operations;
using Microsoft.Extensions.Options;

namespace ConnectingPeople.Functions.Storage;

/// <summary>The clients of every table, queue and container, made once: connections and tokens are theirs to keep.</summary>
public sealed class StorageClients
{
    private readonly QueueServiceClient queues;
    private readonly QueueServiceClient rawQueues;

    public StorageClients(IOptions<StorageOptions> settings, StudyMetrics metrics)
    {
        StorageOptions options = settings.Value;
        StorageAccount study = new(options.Study, options.Observer, metrics);
        StorageAccount identity = options.Identity == options.Study ? study : new(options.Identity, options.Observer, metrics);
        TableServiceClient tables = study.Tables();
        queues = study.Queues();
        rawQueues = study.Queues(QueueMessageEncoding.None);
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

    /// <summary>The queues that functions wait for.</summary>
    public static IReadOnlyList<string> QueueNames { get; } = ["agenda", "outbox", "alerts", "exports"];

    public QueueClient Queue(string name) => queues.GetQueueClient(name);

    /// <summary>The same with messages as they are stored, so that what isn't Base64 can be read and moved, too.</summary>
    public QueueClient RawQueue(string name) => rawQueues.GetQueueClient(name);

    /// <summary>Makes what is missing. Safe to run from many instances at once.</summary>
    public async Task CreateAsync(CancellationToken cancellation)
    {
        foreach (TableClient table in (TableClient[])[Participants, Agenda, Agencies, Staff, Contacts])
        {
            await table.CreateIfNotExistsAsync(cancellation);
        }

        foreach (string queue in QueueNames)
        {
            await Queue(queue).CreateIfNotExistsAsync(cancellationToken: cancellation);
        }

        await Exports.CreateIfNotExistsAsync(cancellationToken: cancellation);
    }
}
