using System.Security.Cryptography;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>All CSV files of one export in the making.</summary>
public sealed class ExportFiles : IPersonDatasetUse<IPersonFile>
{
    private readonly ExportBlobs blobs;
    private readonly ExportId id;
    private readonly Study study;
    private readonly string run = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
    private readonly IReadOnlyList<IPersonFile> people;
    private readonly FlowTally tally;
    private readonly CsvFile<FlowRow> flow;
    private readonly CsvFile<CodebookRow> codebook;

    public ExportFiles(ExportBlobs blobs, ExportId id, Study study)
    {
        (this.blobs, this.id, this.study) = (blobs, id, study);
        people = [.. PersonDatasets.Of(study).Select(dataset => dataset.For(this))];
        tally = new FlowTally(study);
        flow = File(FlowFile.Dataset, 1);
        codebook = File(CodebookFile.Dataset, 1);
    }

    /// <summary>Rows written so far, of all files.</summary>
    public long Rows => All.Sum(file => file.Rows);

    /// <summary>In the order of the manifest.</summary>
    private IEnumerable<ICsvFile> All => [.. people.Select(file => file.Csv), flow, codebook];

    /// <summary>Writes the people of one range, in their order.</summary>
    public async Task WriteAsync(int range, IAsyncEnumerable<ParticipantHistory> histories, CancellationToken cancellation)
    {
        List<IPersonPart> parts = [.. people.Select(file => file.Open(range))];
        try
        {
            await foreach (ParticipantHistory person in histories.WithCancellation(cancellation))
            {
                tally.Add(person);
                PersonRows rows = new(person, study);
                foreach (IPersonPart part in parts)
                {
                    await part.WriteAsync(rows, cancellation);
                }
            }

            foreach (IPersonPart part in parts)
            {
                await part.EndAsync(cancellation);
            }
        }
        finally
        {
            foreach (IPersonPart part in parts)
            {
                await part.DisposeAsync();
            }
        }
    }

    /// <summary>Adds what doesn't come from participants, and says what the files are made of.</summary>
    public async Task<IReadOnlyList<ScannedFile>> FinishAsync(CancellationToken cancellation)
    {
        await WriteAsync(flow, tally.Rows(), cancellation);
        await WriteAsync(codebook, CodebookFile.RowsOf(study), cancellation);
        return await Task.WhenAll(All.Select(file => file.FinishAsync(cancellation)));
    }

    IPersonFile IPersonDatasetUse<IPersonFile>.Of<TRow>(PersonDataset<TRow> dataset) =>
        new PersonFile<TRow>(File(dataset.Dataset, ParticipantScan.Ranges), dataset.RowsOf);

    private static async Task WriteAsync<TRow>(CsvFile<TRow> file, IEnumerable<TRow> rows, CancellationToken cancellation)
    {
        await using CsvPart<TRow> part = file.Open(0);
        await part.WriteAsync(rows, cancellation);
        await part.EndAsync(cancellation);
    }

    private CsvFile<TRow> File<TRow>(Dataset<TRow> dataset, int parts) => new(blobs.File(id, FileName.OfCsv(dataset)), dataset, run, parts);
}
