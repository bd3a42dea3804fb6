using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.FollowUps.Report;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>
/// Compiles an export step by step: a scan writes all CSV files, from these follow the Parquet files and the report, from all of them
/// the data package, and the manifest comes last. It may die at any point and be run again, even while it still runs elsewhere: every
/// blob is only ever created, so the first one stands, and what stands isn't done again.
/// </summary>
public sealed partial class ExportCompiler(
    ExportBlobs blobs, ExportScan scanning, ReportWriter report, Study study, IClock clock, ILogger<ExportCompiler> log)
{
    /// <summary>How many files are joined or converted at a time; each conversion holds a group of rows.</summary>
    private const int AtOnce = 2;

    /// <summary>Compiles an export that was asked for; does nothing for one that is complete.</summary>
    public async Task CompileAsync(ExportId id, CancellationToken cancellation)
    {
        if (await blobs.ManifestAsync(id, cancellation) is not null)
        {
            return;
        }

        ExportStatus asked = await blobs.StatusAsync(id, cancellation) ?? throw new FormatException($"Nobody asked for an export {id}.");
        Progress progress = new(blobs, asked, clock);
        FinishedScan scan = OfThisVersion(id, await blobs.ScanAsync(id, cancellation)
            ?? await blobs.DecideAsync(id, await scanning.RunAsync(asked, progress, cancellation), cancellation));
        await EachAsync(scan.Files, file => blobs.JoinAsync(id, file.Name, file.Blocks, cancellation), cancellation);
        IReadOnlyList<IDataset> datasets = FollowUpDatasets.Of(study);
        await progress.BeginAsync(ExportStage.Parquet, datasets.Count, scan.Rows(), cancellation);
        await Task.WhenAll(ConvertAsync(id, datasets, scan, progress, cancellation), ReportAsync(id, asked.CutOff, scan, cancellation));
        await progress.BeginAsync(ExportStage.Publish, 1, scan.Rows(), cancellation);
        IReadOnlyList<ExportedFile> tables = await DescribeAsync(id, datasets, scan, cancellation);
        IReadOnlyList<ExportedFile> documents = await DocumentsAsync(id, asked.CutOff, datasets, tables, cancellation);
        ExportManifest manifest = new(
            id.Text, scan.Study, scan.Software, asked.CutOff, clock.GetCurrentInstant(), [.. tables, .. documents], scan.Problems);
        await blobs.PublishAsync(manifest, cancellation);
        LogPublished(id.Text, scan.Rows(), scan.Problems.Count);
    }

    /// <exception cref="InvalidOperationException">The scan was made before an update: what it wrote may not be what follows from it now.</exception>
    private FinishedScan OfThisVersion(ExportId id, FinishedScan scan) =>
        scan.Software == SoftwareVersion.Running && scan.Study == new StudyVersion(study.Id, study.Version)
            ? scan
            : throw new InvalidOperationException($"Export {id} was begun by another version of the software or the study definition. Ask for a new one.");

    /// <summary>Writes each dataset again as Parquet.</summary>
    private async Task ConvertAsync(ExportId id, IReadOnlyList<IDataset> datasets, FinishedScan scan, Progress progress, CancellationToken cancellation)
    {
        await EachAsync(datasets, ConvertOneAsync, cancellation);

        async Task ConvertOneAsync(IDataset dataset)
        {
            await blobs.MakeAsync(id, FileName.OfParquet(dataset), WriteAsync, cancellation);
            await progress.PartDoneAsync(scan.Rows(), cancellation);

            async Task WriteAsync(BlockStream parquet)
            {
                await using Stream csv = await blobs.ReadAsync(id, FileName.OfCsv(dataset), cancellation);
                await ParquetFile.WriteAsync(csv, parquet, dataset.Columns, cancellation);
            }
        }
    }

    /// <summary>Writes the report, which follows from the CSV files alone.</summary>
    private Task ReportAsync(ExportId id, Instant cutOff, FinishedScan scan, CancellationToken cancellation)
    {
        return blobs.MakeAsync(id, FileName.Report, WriteAsync, cancellation);

        Task WriteAsync(BlockStream html) => report.WriteAsync(OpenAsync, ReportHead.Of(study, SoftwareVersion.Running, cutOff), html, cancellation);

        async Task<Stream?> OpenAsync(string name, CancellationToken stop) =>
            scan.Files.Any(file => file.Name == name) ? await blobs.ReadAsync(id, name, stop) : null;
    }

    /// <summary>Describes all CSV files, then all Parquet files.</summary>
    private async Task<IReadOnlyList<ExportedFile>> DescribeAsync(
        ExportId id, IReadOnlyList<IDataset> datasets, FinishedScan scan, CancellationToken cancellation)
    {
        Dictionary<string, long> rows = scan.Files.ToDictionary(file => file.Name, file => file.Rows);
        IEnumerable<(string Name, long Rows)> tables =
        [
            .. datasets.Select(dataset => (FileName.OfCsv(dataset), rows[FileName.OfCsv(dataset)])),
            .. datasets.Select(dataset => (FileName.OfParquet(dataset), rows[FileName.OfCsv(dataset)])),
        ];
        return await Task.WhenAll(tables.Select(table => blobs.DescribeAsync(id, table.Name, table.Rows, cancellation)));
    }

    /// <summary>Makes the data package, and describes all that isn't a table.</summary>
    private async Task<IReadOnlyList<ExportedFile>> DocumentsAsync(
        ExportId id, Instant cutOff, IReadOnlyList<IDataset> datasets, IReadOnlyList<ExportedFile> tables, CancellationToken cancellation)
    {
        await blobs.MakeAsync(id, FileName.DataPackage, stream => DataPackage.Of(study, cutOff, datasets, tables).WriteAsync(stream, cancellation), cancellation);
        return
        [
            await blobs.DescribeAsync(id, FileName.DataPackage, 0, cancellation),
            await blobs.DescribeAsync(id, FileName.Report, 0, cancellation),
        ];
    }

    private static Task EachAsync<T>(IEnumerable<T> items, Func<T, Task> work, CancellationToken cancellation) => Parallel.ForEachAsync(
        items, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (item, _) => await work(item));

    [LoggerMessage(LogLevel.Information, "Export {Export} is complete: {Rows} rows, {Problems} stored rows left out.")]
    private partial void LogPublished(string export, long rows, int problems);
}
