using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>
/// Exports as blobs: one folder each. Files and manifest are only ever created, never overwritten, so that whoever makes an export
/// a second time, after a crash or at the same time, can't change what is there.
/// </summary>
public sealed class ExportBlobs(StorageClients clients)
{
    private const string StatusName = "status.json";
    private const string ScanName = "scan.json";

    /// <summary>A write that only succeeds where there is nothing yet.</summary>
    public static BlobRequestConditions OnlyIfAbsent { get; } = new() { IfNoneMatch = ETag.All };

    private BlobContainerClient Container => clients.Exports;

    private BlockBlobClient Current => Container.GetBlockBlobClient("current.json");

    /// <summary>One of an export's files.</summary>
    public BlockBlobClient File(ExportId id, string name) => Container.GetBlockBlobClient($"{id}/{name}");

    public Task<ExportManifest?> ManifestAsync(ExportId id, CancellationToken cancellation) =>
        File(id, FileName.Manifest).ReadJsonAsync<ExportManifest>(cancellation);

    public Task<ExportStatus?> StatusAsync(ExportId id, CancellationToken cancellation) =>
        File(id, StatusName).ReadJsonAsync<ExportStatus>(cancellation);

    /// <returns>Null while no scan has come to its end.</returns>
    public Task<FinishedScan?> ScanAsync(ExportId id, CancellationToken cancellation) =>
        File(id, ScanName).ReadJsonAsync<FinishedScan>(cancellation);

    /// <summary>Makes a scan the one that counts, unless another has been.</summary>
    /// <returns>The one that counts.</returns>
    public async Task<FinishedScan> DecideAsync(ExportId id, FinishedScan scan, CancellationToken cancellation) =>
        await File(id, ScanName).TryWriteJsonAsync(scan, OnlyIfAbsent, cancellation) ? scan : (await ScanAsync(id, cancellation))!;

    /// <summary>Makes a file of its blocks. One that is there already stays as it is.</summary>
    public async Task JoinAsync(ExportId id, string name, IReadOnlyList<string> blocks, CancellationToken cancellation)
    {
        CommitBlockListOptions options = new()
        {
            Conditions = OnlyIfAbsent,
            HttpHeaders = new BlobHttpHeaders { ContentType = FileName.ContentType(name) },
        };
        try
        {
            await File(id, name).CommitBlockListAsync(blocks, options, cancellation);
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412 || e.ErrorCode == BlobErrorCode.InvalidBlockList)
        {
            // Another run joined it, and with that did away with blocks that wait. Both made it of the same.
        }
    }

    /// <summary>Makes a file that follows from the others. One that is there already stays as it is, and isn't made again.</summary>
    public async Task MakeAsync(ExportId id, string name, Func<BlockStream, Task> write, CancellationToken cancellation)
    {
        BlockBlobClient blob = File(id, name);
        if (await blob.ExistsAsync(cancellation))
        {
            return;
        }

        await using BlockStream content = new(blob, RandomNumberGenerator.GetHexString(8, lowercase: true));
        await write(content);
        await content.SendAsync(cancellation);
        await JoinAsync(id, name, content.Blocks, cancellation);
    }

    /// <summary>Reads a file back, so that the manifest says what is stored.</summary>
    public async Task<ExportedFile> DescribeAsync(ExportId id, string name, long rows, CancellationToken cancellation)
    {
        BlobDownloadStreamingResult stored = await File(id, name).DownloadStreamingAsync(cancellationToken: cancellation);
        await using Stream content = stored.Content;
        return new ExportedFile(name, rows, stored.Details.ContentLength, Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation)));
    }

    /// <summary>Reads a file from its beginning, in one call unless the connection breaks: then the client goes on where it was.</summary>
    public async Task<Stream> ReadAsync(ExportId id, string name, CancellationToken cancellation) =>
        (await File(id, name).DownloadStreamingAsync(cancellationToken: cancellation)).Value.Content;

    /// <summary>Makes an export complete.</summary>
    /// <exception cref="RequestFailedException">It was complete already (409).</exception>
    public Task PublishAsync(ExportManifest manifest, CancellationToken cancellation) =>
        File(ExportId.Parse(manifest.Id)!, FileName.Manifest).WriteJsonAsync(manifest, OnlyIfAbsent, cancellation);

    public Task SaveAsync(ExportStatus status, CancellationToken cancellation) =>
        File(ExportId.Parse(status.Id)!, StatusName).WriteJsonAsync(status, null, cancellation);

    /// <summary>Takes an id that nobody has.</summary>
    public async Task<ExportStatus> CreateAsync(Instant cutOff, CancellationToken cancellation)
    {
        for (int nth = 1; ; nth++)
        {
            ExportId id = ExportId.Of(cutOff, nth);
            ExportStatus status = new(id.Text, ExportState.Queued, 0, 0, cutOff, cutOff);
            if (await File(id, StatusName).TryWriteJsonAsync(status, OnlyIfAbsent, cancellation))
            {
                return status;
            }
        }
    }

    /// <summary>Which export was asked for last, and the version of that knowledge.</summary>
    public async Task<CurrentExport> CurrentAsync(CancellationToken cancellation) =>
        await Current.ReadVersionedJsonAsync<Named>(cancellation) is { } found
            ? new CurrentExport(ExportId.Parse(found.Content.Id), found.Version)
            : new CurrentExport(null, null);

    /// <summary>Makes an export the one asked for last.</summary>
    /// <returns>False when somebody else was faster.</returns>
    public Task<bool> TryMakeCurrentAsync(ExportId id, CurrentExport before, CancellationToken cancellation) => Current.TryWriteJsonAsync(
        new Named(id.Text), before.Version is { } version ? new BlobRequestConditions { IfMatch = version } : OnlyIfAbsent, cancellation);

    /// <summary>All ids, the newest first.</summary>
    public async Task<IReadOnlyList<ExportId>> IdsAsync(CancellationToken cancellation)
    {
        GetBlobsByHierarchyOptions folders = new() { Delimiter = "/" };
        return await Container.GetBlobsByHierarchyAsync(folders, cancellation)
            .Select(item => item.IsPrefix ? ExportId.Parse(item.Prefix.TrimEnd('/')) : null)
            .OfType<ExportId>()
            .OrderByDescending(id => id.Place)
            .ToListAsync(cancellation);
    }

    /// <summary>Deletes an export, its manifest first, so that a half deleted one is none.</summary>
    public async Task DeleteAsync(ExportId id, CancellationToken cancellation)
    {
        await File(id, FileName.Manifest).DeleteIfExistsAsync(cancellationToken: cancellation);
        await foreach (BlobItem blob in Container.GetBlobsAsync(new GetBlobsOptions { Prefix = $"{id}/" }, cancellation))
        {
            await Container.GetBlobClient(blob.Name).DeleteIfExistsAsync(cancellationToken: cancellation);
        }
    }

    private sealed record Named(string Id);
}

/// <summary>The export asked for last.</summary>
/// <param name="Id">Null when none was.</param>
/// <param name="Version">Of the blob that says so.</param>
public sealed record CurrentExport(ExportId? Id, ETag? Version);
