using ConnectingPeople.Domain.FollowUps;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>
/// Keeps people's own words back until an administrator releases them to one export. Whoever hands out a file, by itself or with
/// others, asks here first. The release stands beside the export's files, which never change, and goes with them.
/// </summary>
public sealed class FreeTextRelease(ExportBlobs blobs)
{
    private const string BlobName = "free-text-release.json";

    /// <summary>Whether an administrator released the words to this export.</summary>
    public async Task<bool> IsReleasedAsync(ExportId id, CancellationToken cancellation) => await FindAsync(id, cancellation) is not null;

    /// <summary>Whether a file holds words that nobody may have yet, whatever its format. A file without rows holds none.</summary>
    public async Task<bool> WithholdsAsync(ExportManifest manifest, string file, CancellationToken cancellation) =>
        file.StartsWith(FreeTextFile.Name + '.', StringComparison.Ordinal)
        && manifest.Files.Any(listed => listed.Name == file && listed.Rows > 0)
        && !await IsReleasedAsync(ExportId.Parse(manifest.Id)!, cancellation);

    /// <summary>Releases the words to an export, for good.</summary>
    /// <returns>The release that holds: the first one, when there was one already.</returns>
    public async Task<FreeTextReleased> ReleaseAsync(ExportId id, FreeTextReleased release, CancellationToken cancellation) =>
        await blobs.File(id, BlobName).TryWriteJsonAsync(release, ExportBlobs.OnlyIfAbsent, cancellation)
            ? release
            : await FindAsync(id, cancellation) ?? release;

    private Task<FreeTextReleased?> FindAsync(ExportId id, CancellationToken cancellation) =>
        blobs.File(id, BlobName).ReadJsonAsync<FreeTextReleased>(cancellation);
}

/// <summary>That people's own words were released to an export.</summary>
/// <param name="By">The administrator's address.</param>
/// <param name="At">When.</param>
public sealed record FreeTextReleased(string By, Instant At);
