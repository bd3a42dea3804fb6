using System.Runtime.CompilerServices;
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
    public const string ManifestName = "manifest.json";
    private const string StatusName = "status.json";
    private const string CurrentName = "current.json";

    /// <summary>A write that only succeeds where there is nothing yet.</summary>
    public static BlobRequestConditions OnlyIfAbsent { get; } = new() { IfNoneMatch = ETag.All };

    private BlobContainerClient Container => clients.Exports;

    /// <summary>One of an export's files.</summary>
    public BlockBlobClient File(ExportId id, string name) => Container.GetBlockBlobClient($"{id}/{name}");

    public Task<ExportManifest?> ManifestAsync(ExportId id, CancellationToken cancellation) => ReadAsync<ExportManifest>(File(id, ManifestName), cancellation);

    public Task<ExportStatus?> StatusAsync(ExportId id, CancellationToken cancellation) => ReadAsync<ExportStatus>(File(id, StatusName), cancellation);

    /// <summary>Makes an export complete.</summary>
    /// <exception cref="RequestFailedException">It was complete already (409).</exception>
    public Task PublishAsync(ExportId id, ExportManifest manifest, CancellationToken cancellation) =>
        WriteAsync(File(id, ManifestName), manifest, OnlyIfAbsent, cancellation);

    public Task SaveAsync(ExportStatus status, CancellationToken cancellation) =>
        WriteAsync(File(ExportId.Parse(status.Id)!, StatusName), status, null, cancellation);

    /// <summary>Takes an id that nobody has.</summary>
    public async Task<ExportStatus> CreateAsync(Instant cutOff, CancellationToken cancellation)
    {
        for (int nth = 1; ; nth++)
        {
            ExportId id = ExportId.Of(cutOff, nth);
            ExportStatus status = new(id.Text, ExportState.Queued, 0, 0, cutOff, cutOff);
            if (await TryWriteAsync(File(id, StatusName), status, OnlyIfAbsent, cancellation))
            {
                return status;
            }
        }
    }

    /// <summary>Which export was asked for last, and the version of that knowledge.</summary>
    public async Task<CurrentExport> CurrentAsync(CancellationToken cancellation)
    {
        try
        {
            BlobDownloadResult found = await Container.GetBlobClient(CurrentName).DownloadContentAsync(cancellation);
            return new CurrentExport(ExportId.Parse(found.Content.ToObjectFromJson<Named>(ExportJson.Options)?.Id), found.Details.ETag);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return new CurrentExport(null, null);
        }
    }

    /// <summary>Makes an export the one asked for last.</summary>
    /// <returns>False when somebody else was faster.</returns>
    public Task<bool> TryMakeCurrentAsync(ExportId id, CurrentExport before, CancellationToken cancellation) => TryWriteAsync(
        Container.GetBlockBlobClient(CurrentName),
        new Named(id.Text),
        before.Version is { } version ? new BlobRequestConditions { IfMatch = version } : OnlyIfAbsent,
        cancellation);

    /// <summary>All ids, oldest first.</summary>
    public async IAsyncEnumerable<ExportId> IdsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        GetBlobsByHierarchyOptions folders = new() { Delimiter = "/" };
        await foreach (BlobHierarchyItem item in Container.GetBlobsByHierarchyAsync(folders, cancellation))
        {
            if (item.IsPrefix && ExportId.Parse(item.Prefix.TrimEnd('/')) is { } id)
            {
                yield return id;
            }
        }
    }

    /// <summary>Deletes an export, its manifest first, so that a half deleted one is none.</summary>
    public async Task DeleteAsync(ExportId id, CancellationToken cancellation)
    {
        await File(id, ManifestName).DeleteIfExistsAsync(cancellationToken: cancellation);
        await foreach (BlobItem blob in Container.GetBlobsAsync(new GetBlobsOptions { Prefix = $"{id}/" }, cancellation))
        {
            await Container.GetBlobClient(blob.Name).DeleteIfExistsAsync(cancellationToken: cancellation);
        }
    }

    private static async Task<T?> ReadAsync<T>(BlockBlobClient blob, CancellationToken cancellation)
        where T : class
    {
        try
        {
            BlobDownloadResult found = await blob.DownloadContentAsync(cancellation);
            return found.Content.ToObjectFromJson<T>(ExportJson.Options);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    private static async Task<bool> TryWriteAsync<T>(BlockBlobClient blob, T content, BlobRequestConditions conditions, CancellationToken cancellation)
    {
        try
        {
            await WriteAsync(blob, content, conditions, cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return false;
        }
    }

    private static async Task WriteAsync<T>(BlockBlobClient blob, T content, BlobRequestConditions? conditions, CancellationToken cancellation)
    {
        using Stream json = BinaryData.FromObjectAsJson(content, ExportJson.Options).ToStream();
        BlobUploadOptions options = new() { Conditions = conditions, HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" } };
        await blob.UploadAsync(json, options, cancellation);
    }

    private sealed record Named(string Id);
}

/// <summary>The export asked for last.</summary>
/// <param name="Id">Null when none was.</param>
/// <param name="Version">Of the blob that says so.</param>
public sealed record CurrentExport(ExportId? Id, ETag? Version);
