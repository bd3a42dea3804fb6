using ConnectingPeople.Domain.FollowUps;
using CsvHelper;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>Rows of a CSV file that follow each other, sent as blocks as they come.</summary>
/// <param name="blocks">Where they go.</param>
/// <param name="dataset">What the rows are.</param>
public sealed class CsvPart<TRow>(BlockStream blocks, Dataset<TRow> dataset) : IAsyncDisposable
{
    private CsvWriter? csv;

    /// <summary>The blocks in their order.</summary>
    public IReadOnlyList<string> Blocks => blocks.Blocks;

    /// <summary>What follows the blocks: too little for a block of its own.</summary>
    public ReadOnlyMemory<byte> Rest { get; private set; }

    public long Rows { get; private set; }

    private CsvWriter Csv => csv ??= CsvCells.WriterTo(blocks);

    public void WriteHeader() => Csv.WriteHeader(dataset);

    public async Task WriteAsync(IEnumerable<TRow> rows, CancellationToken cancellation)
    {
        foreach (TRow row in rows)
        {
            Csv.WriteRow(dataset, row);
            Rows++;
        }

        await blocks.SendFullAsync(cancellation);
    }

    /// <summary>Ends the part: sends what hasn't gone yet, but for the rest.</summary>
    public async Task EndAsync(CancellationToken cancellation)
    {
        Csv.Flush();
        Rest = await blocks.SendButALittleAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (csv is not null)
        {
            await csv.DisposeAsync();
        }

        await blocks.DisposeAsync();
    }
}
