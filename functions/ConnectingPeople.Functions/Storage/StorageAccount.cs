using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using ConnectingPeople.Functions.Operations;

namespace ConnectingPeople.Functions.Storage;

/// <summary>
/// Opens the services of one account, by key or by identity. How patient each is:
/// <list type="bullet">
/// <item>Tables and queues: three tries, 0.2 and 0.4 seconds apart, 5 seconds each. Rows are small, so what takes longer hangs, and
/// a hanging call has had its second try before Twilio gives up on a webhook (15 seconds). More tries would help nobody: a queue
/// message and a webhook come again by themselves, and a person waits for everything else.</item>
/// <item>Blobs: as many tries, 30 seconds each, because a block of an export may be megabytes and nobody waits for it.</item>
/// </list>
/// </summary>
internal sealed class StorageAccount(StorageConnection connection, HttpPipelinePolicy? observer, StudyMetrics? metrics)
{
    private static readonly TimeSpan ForRows = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ForBlocks = TimeSpan.FromSeconds(30);

    private readonly TokenCredential? identity = connection.Identity();

    public TableServiceClient Tables()
    {
        TableClientOptions options = Prepared(new TableClientOptions(), StorageService.Table, ForRows);
        return identity is null
            ? new TableServiceClient(connection.ConnectionString, options)
            : new TableServiceClient(connection.Address(StorageService.Table), identity, options);
    }

    /// <param name="encoding">Base64 is what the host reads.</param>
    public QueueServiceClient Queues(QueueMessageEncoding encoding = QueueMessageEncoding.Base64)
    {
        QueueClientOptions options = Prepared(new QueueClientOptions { MessageEncoding = encoding }, StorageService.Queue, ForRows);
        return identity is null
            ? new QueueServiceClient(connection.ConnectionString, options)
            : new QueueServiceClient(connection.Address(StorageService.Queue), identity, options);
    }

    public BlobServiceClient Blobs()
    {
        BlobClientOptions options = Prepared(new BlobClientOptions(), StorageService.Blob, ForBlocks);
        return identity is null
            ? new BlobServiceClient(connection.ConnectionString, options)
            : new BlobServiceClient(connection.Address(StorageService.Blob), identity, options);
    }

    private T Prepared<T>(T options, StorageService service, TimeSpan patience)
        where T : ClientOptions
    {
        options.Retry.MaxRetries = 2;
        options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(2);
        options.Retry.NetworkTimeout = patience;
        options.Diagnostics.IsLoggingContentEnabled = false;
        if (metrics is not null)
        {
            options.AddPolicy(new StorageTransactions(metrics, service), HttpPipelinePosition.PerRetry);
        }

        if (observer is not null)
        {
            options.AddPolicy(observer, HttpPipelinePosition.PerRetry);
        }

        return options;
    }
}
