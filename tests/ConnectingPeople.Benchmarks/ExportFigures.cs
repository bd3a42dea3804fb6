using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using Azure.Data.Tables;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Functions.FollowUps;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectingPeople.Benchmarks;

/// <summary>What an export costs: beside a bare scan of the same rows in the same run, in memory as rows grow, and in a download.</summary>
internal static class ExportFigures
{
    private const int Rounds = 3;
    private const int Downloads = 9;

    public static async Task RunAsync()
    {
        Figures few = await MeasureAsync(10_000);
        Figures many = await MeasureAsync(100_000);
        foreach ((int checkIns, Figures figures) in new[] { (10_000, few), (100_000, many) })
        {
            Say($"export of {checkIns:N0} check-ins: {figures.Rows / figures.Export:N0} stored rows a second, a bare scan {figures.Rows / figures.Scan:N0}: {figures.Scan / figures.Export:P0}, at least 70 %");
            Say($"  first byte of a download: {figures.FirstByte:0} ms of one file, {figures.FirstByteOfZip:0} ms of the zip; Parquet {figures.Parquet / 1024:N0} KB, CSV {figures.Csv / 1024:N0} KB: {figures.Parquet / (double)figures.Csv:P0}");
        }

        Say($"peak memory that an export holds on to: {few.Held >> 20} MB at 10,000 check-ins, {many.Held >> 20} MB at 100,000: {(double)many.Held / few.Held - 1:P0} more, at most 20 %");
        Say($"  with what the collector hasn't given back, as the system sees the process: {few.Peak >> 20} MB and {many.Peak >> 20} MB, {(double)many.Peak / few.Peak - 1:P0} more");
    }

    private static async Task<Figures> MeasureAsync(int checkIns)
    {
        await using BenchmarkApp app = await BenchmarkApp.StartAsync(0);
        await StoredCourses.StoreAsync(app, checkIns);
        await app.GoToAsync("2027-01-04T09:00:00Z");
        ExportBlobs blobs = app.Services.GetRequiredService<ExportBlobs>();
        ExportCompiler compiler = app.Services.GetRequiredService<ExportCompiler>();
        (long rows, _) = await ScanAsync(app);
        ExportId id = ExportId.Parse((await blobs.CreateAsync(StoredCourses.CutOff, default)).Id)!;
        Figures figures = new(rows, 0, 0, 0, await PeakMemory.HeldAsync(() => compiler.CompileAsync(id, default)), 0, 0, 0, 0);
        for (int round = 0; round < Rounds; round++)
        {
            id = ExportId.Parse((await blobs.CreateAsync(StoredCourses.CutOff, default)).Id)!;
            double before = (await ScanAsync(app)).Seconds;
            long started = Stopwatch.GetTimestamp();
            long peak = await PeakMemory.OfAsync(() => compiler.CompileAsync(id, default));
            double export = Stopwatch.GetElapsedTime(started).TotalSeconds;
            double after = (await ScanAsync(app)).Seconds;
            figures = figures with { Scan = figures.Scan + ((before + after) / 2), Export = figures.Export + export, Peak = Math.Max(figures.Peak, peak) };
        }

        return await DownloadAsync(app, id, figures with { Scan = figures.Scan / Rounds, Export = figures.Export / Rounds });
    }

    /// <summary>The same ranges read as many at a time, each row made an entity by the storage client, and nothing else.</summary>
    private static async Task<(long Rows, double Seconds)> ScanAsync(BenchmarkApp app)
    {
        ParticipantScan scan = app.Services.GetRequiredService<ParticipantScan>();
        long rows = 0;
        long started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(Enumerable.Range(0, ParticipantScan.Ranges), new ParallelOptions { MaxDegreeOfParallelism = ExportScan.AtOnce }, async (range, stop) =>
        {
            await foreach (IReadOnlyList<TableEntity> person in scan.PeopleAsync(range, stop))
            {
                Interlocked.Add(ref rows, person.Count);
            }
        });
        return (rows, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private static async Task<Figures> DownloadAsync(BenchmarkApp app, ExportId id, Figures figures)
    {
        ExportManifest manifest = (await app.Services.GetRequiredService<ExportBlobs>().ManifestAsync(id, default))!;
        app.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "local-researcher");
        return figures with
        {
            Parquet = manifest.Files.Where(file => FileName.IsParquet(file.Name)).Sum(file => file.Bytes),
            Csv = manifest.Files.Where(file => FileName.IsCsv(file.Name)).Sum(file => file.Bytes),
            FirstByte = await FirstByteAsync(app, $"/api/exports/{id}/answers.csv"),
            FirstByteOfZip = await FirstByteAsync(app, $"/api/exports/{id}/all.zip"),
        };
    }

    /// <summary>Milliseconds from the request to the first byte of the body; the median.</summary>
    private static async Task<double> FirstByteAsync(BenchmarkApp app, string path)
    {
        List<double> times = [];
        for (int n = 0; n <= Downloads; n++)
        {
            long started = Stopwatch.GetTimestamp();
            using HttpResponseMessage response = await app.Http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
            await using Stream body = await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync();
            await body.ReadExactlyAsync(new byte[1]);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return times.Skip(1).Order().ElementAt(Downloads / 2);
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>Times in seconds, sizes in bytes, first bytes in milliseconds.</summary>
    private sealed record Figures(
        long Rows, double Scan, double Export, long Peak, long Held, long Parquet, long Csv, double FirstByte, double FirstByteOfZip);
}
