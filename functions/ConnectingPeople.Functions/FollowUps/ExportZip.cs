using System.IO.Compression;
using ConnectingPeople.Domain.FollowUps;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>
/// All files of an export that may be handed out as one archive, made while it is read: no more than a block of one file is held at any
/// time. What is withheld is left out, which the manifest shows.
/// </summary>
public sealed class ExportZip(ExportBlobs blobs, FreeTextRelease release)
{
    /// <summary>Writes all files in the order of the manifest, the manifest last, each dated with the cut-off.</summary>
    public async Task WriteAsync(ExportManifest manifest, Stream to, CancellationToken cancellation)
    {
        ExportId id = ExportId.Parse(manifest.Id)!;
        ZipArchive archive = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, null, cancellation);
        foreach (string name in manifest.Files.Select(file => file.Name).Append(FileName.Manifest))
        {
            if (await release.WithholdsAsync(manifest, name, cancellation))
            {
                continue;
            }

            ZipArchiveEntry entry = archive.CreateEntry(name, FileName.IsParquet(name) ? CompressionLevel.NoCompression : CompressionLevel.Fastest);
            entry.LastWriteTime = manifest.CutOff.ToDateTimeOffset();
            await using Stream content = await blobs.ReadAsync(id, name, cancellation);
            await using Stream zipped = await entry.OpenAsync(cancellation);
            await content.CopyToAsync(zipped, cancellation);
        }

        // Only here: an archive that is closed when something failed has a directory, and looks like a whole one with fewer files.
        await archive.DisposeAsync();
    }
}
