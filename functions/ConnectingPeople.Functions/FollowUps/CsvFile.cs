using Azure.Storage.Blobs.Specialized;
using ConnectingPeople.Domain.FollowUps;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>A CSV file in the making. Its parts are written at the same time.</summary>
/// <param name="blob">Where it goes.</param>
/// <param name="dataset">What its rows are.</param>
/// <param name="run">Sets the blocks of this run apart from those of any other; of the same length for each.</param>
/// <param name="parts">How many parts it has.</param>
public sealed class CsvFile<TRow>(BlockBlobClient blob, Dataset<TRow> dataset, string run, int parts) : ICsvFile
{
    private readonly CsvPart<TRow>?[] opened = new CsvPart<TRow>?[parts];

    public long Rows => opened.Sum(part => part?.Rows ?? 0);

    public async Task<ScannedFile> FinishAsync(CancellationToken cancellation)
    {
        await using BlockStream whole = new(blob, $"{run}-{opened.Length:00}");
        foreach (CsvPart<TRow>? part in opened)
        {
            await whole.FollowWithAsync(part!.Blocks, cancellation);
            whole.Write(part.Rest.Span);
        }

        await whole.SendAsync(cancellation);
        return new ScannedFile(FileName.OfCsv(dataset), Rows, whole.Blocks);
    }

    /// <summary>Begins one part, the first with the header.</summary>
    public CsvPart<TRow> Open(int part)
    {
        CsvPart<TRow> begun = new(new BlockStream(blob, $"{run}-{part:00}"), dataset);
        if (part == 0)
        {
            begun.WriteHeader();
        }

        return opened[part] = begun;
    }
}

/// <summary>A file in the making, whatever its rows are.</summary>
public interface ICsvFile
{
    /// <summary>Rows written so far.</summary>
    long Rows { get; }

    /// <summary>Sends the parts' rests, once all have ended: those that follow each other as one block.</summary>
    /// <returns>What the file is made of.</returns>
    Task<ScannedFile> FinishAsync(CancellationToken cancellation);
}
