using System.Text;
using Azure.Storage.Blobs.Specialized;
using ConnectingPeople.Domain.FollowUps;
using CsvHelper;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>Rows of a CSV file that follow each other, sent as blocks as they come, so that memory stays flat.</summary>
/// <param name="blob">Where they go.</param>
/// <param name="dataset">What the rows are.</param>
/// <param name="name">Sets its blocks apart from all others of the blob; of the same length for each.</param>
public sealed class CsvPart<TRow>(BlockBlobClient blob, Dataset<TRow> dataset, string name) : IAsyncDisposable
{
    private const int BlockBytes = 512 * 1024;

    private readonly List<string> blocks = [];
    private readonly MemoryStream buffer = new();
    private CsvWriter? csv;

    /// <summary>The blocks in their order.</summary>
    public IReadOnlyList<string> Blocks => blocks;

    public long Rows { get; private set; }

    private CsvWriter Csv => csv ??= CsvCells.WriterTo(buffer);

    public void WriteHeader() => Csv.WriteHeader(dataset);

    public async Task WriteAsync(IEnumerable<TRow> rows, CancellationToken cancellation)
    {
        foreach (TRow row in rows)
        {
            Csv.WriteRow(dataset, row);
            Rows++;
        }

        if (buffer.Length >= BlockBytes)
        {
            await SendAsync(cancellation);
        }
    }

    /// <summary>Sends what hasn't gone yet.</summary>
    public async Task SendAsync(CancellationToken cancellation)
    {
        Csv.Flush();
        if (buffer.Length == 0)
        {
            return;
        }

        string block = Convert.ToBase64String(Encoding.ASCII.GetBytes($"{name}-{blocks.Count:00000}"));
        buffer.Position = 0;
        await blob.StageBlockAsync(block, buffer, cancellationToken: cancellation);
        blocks.Add(block);
        buffer.SetLength(0);
    }

    public async ValueTask DisposeAsync()
    {
        if (csv is not null)
        {
            await csv.DisposeAsync();
        }

        await buffer.DisposeAsync();
    }
}
