using System.Globalization;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using ConnectingPeople.Domain.FollowUps;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>
/// A CSV file in the making. Its parts are written at the same time as blocks of the blob, which nobody sees before one call
/// joins them all; blocks of a run that died are never joined, and vanish by themselves.
/// </summary>
/// <param name="blob">Where it goes.</param>
/// <param name="dataset">What its rows are.</param>
/// <param name="run">Sets the blocks of this run apart from those of any other; of the same length for each.</param>
/// <param name="parts">How many parts it has.</param>
public sealed class CsvFile<TRow>(BlockBlobClient blob, Dataset<TRow> dataset, string run, int parts) : ICsvFile
{
    private const string RowsName = "rows";

    private readonly CsvPart<TRow>?[] opened = new CsvPart<TRow>?[parts];

    public long Rows => opened.Sum(part => part?.Rows ?? 0);

    /// <summary>Begins one part, the first with the header.</summary>
    public CsvPart<TRow> Open(int part)
    {
        CsvPart<TRow> begun = new(blob, dataset, $"{run}-{part:00}");
        if (part == 0)
        {
            begun.WriteHeader();
        }

        return opened[part] = begun;
    }

    public async Task JoinAsync(CancellationToken cancellation)
    {
        CommitBlockListOptions options = new()
        {
            Conditions = ExportBlobs.OnlyIfAbsent,
            HttpHeaders = new BlobHttpHeaders { ContentType = "text/csv; charset=utf-8" },
            Metadata = new Dictionary<string, string> { [RowsName] = Rows.ToString(CultureInfo.InvariantCulture) },
        };
        try
        {
            await blob.CommitBlockListAsync(opened.SelectMany(part => part!.Blocks), options, cancellation);
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412 || e.ErrorCode == BlobErrorCode.InvalidBlockList)
        {
            // Another run joined it, and with that did away with these blocks. Its file is as good as this one, of the same cut-off.
        }
    }

    public async Task<ExportedFile> DescribeAsync(CancellationToken cancellation)
    {
        BlobDownloadStreamingResult stored = await blob.DownloadStreamingAsync(cancellationToken: cancellation);
        await using Stream content = stored.Content;
        byte[] hash = await SHA256.HashDataAsync(content, cancellation);
        long rows = long.Parse(stored.Details.Metadata[RowsName], CultureInfo.InvariantCulture);
        return new ExportedFile(ExportFiles.NameOf(dataset), rows, stored.Details.ContentLength, Convert.ToHexStringLower(hash));
    }
}

/// <summary>A file in the making, whatever its rows are.</summary>
public interface ICsvFile
{
    /// <summary>Rows written so far.</summary>
    long Rows { get; }

    /// <summary>Makes the file of its parts, in their order. A file that is there already stays as it is.</summary>
    Task JoinAsync(CancellationToken cancellation);

    /// <summary>Reads the file back, so that the manifest says what is stored.</summary>
    Task<ExportedFile> DescribeAsync(CancellationToken cancellation);
}
