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

    /// <summary>A write that only succeeds where there is nothing yet.</summary>
    public static BlobRequestConditions OnlyIfAbsent { get; } = new() { IfNoneMatch = ETag.All };

    private BlobContainerClient Container => clients.Exports;

    private BlockBlobClient Current => Container.GetBlockBlobClient("current.json");

    /// <summary>One of an export's files.</summary>
    public BlockBlobClient File(ExportId id, string name) => Container.GetBlockBlobClient($"{id}/{name}");

    public Task<ExportManifest?> ManifestAsync(ExportId id, CancellationToken cancellation) =>
        File(id, ManifestName).ReadJsonAsync<ExportManifest>(cancellation);

    public Task<ExportStatus?> StatusAsync(ExportId id, CancellationToken cancellation) =>
        File(id, StatusName).ReadJsonAsync<ExportStatus>(cancellation);

    /// <summary>Makes an export complete.</summary>
    /// <exception cref="RequestFailedException">It was complete already (409).</exception>
    public Task PublishAsync(ExportManifest manifest, CancellationToken cancellation) =>
        File(ExportId.Parse(manifest.Id)!, ManifestName).WriteJsonAsync(manifest, OnlyIfAbsent, cancellation);

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

    private sealed record Named(string Id);
}

/// <summary>The export asked for last.</summary>
/// <param name="Id">Null when none was.</param>
/// <param name="Version">Of the blob that says so.</param>
public sealed record CurrentExport(ExportId? Id, ETag? Version);
