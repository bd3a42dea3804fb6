using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>
/// Compiles an export: scans the participants range by range as of the cut-off, writes all files at once, and publishes them by
/// writing the manifest last. It may die at any point and be run again, even while it still runs elsewhere: files and manifest
/// are only ever created, so the first ones stand.
/// </summary>
public sealed partial class ExportCompiler(
    ExportBlobs blobs, ParticipantScan scan, AgencyStore agencies, Study study, IClock clock, ILogger<ExportCompiler> log)
{
    private const int AtOnce = 8;

    private static readonly string Software =
        typeof(ExportCompiler).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Compiles an export that was asked for; does nothing for one that is complete.</summary>
    public async Task CompileAsync(ExportId id, CancellationToken cancellation)
    {
        if (await blobs.ManifestAsync(id, cancellation) is not null)
        {
            return;
        }

        ExportStatus asked = await blobs.StatusAsync(id, cancellation) ?? throw new FormatException($"Nobody asked for an export {id}.");
        ExportFiles files = new(blobs, id, study);
        Progress progress = new(blobs, asked, clock);
        await progress.TellAsync(0, 0, cancellation);
        ConcurrentBag<RowProblem> problems = [];
        await ScanAsync(asked, files, progress, problems, cancellation);
        IReadOnlyList<ExportedFile> stored = await files.JoinAsync(cancellation);
        ExportManifest manifest = new(
            id.Text, new StudyVersion(study.Id, study.Version), new SoftwareVersion(Software), asked.CutOff, clock.GetCurrentInstant(), stored, Sorted(problems));
        await blobs.PublishAsync(id, manifest, cancellation);
        LogPublished(id.Text, stored.Sum(file => file.Rows), problems.Count);
    }

    private async Task ScanAsync(
        ExportStatus asked, ExportFiles files, Progress progress, ConcurrentBag<RowProblem> problems, CancellationToken cancellation)
    {
        IReadOnlyDictionary<string, Agency> known = await agencies.AllAsync(cancellation);
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        int done = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, ParticipantScan.Ranges), parallel, async (range, stop) =>
        {
            await files.WriteAsync(range, PeopleAsync(range, asked.CutOff, known, Tell, stop), stop);
            await progress.TellAsync(100 * Interlocked.Increment(ref done) / (ParticipantScan.Ranges + 1), files.Rows, stop);
        });

        void Tell(RowProblem problem)
        {
            problems.Add(problem);
            LogProblem(problem.ParticipantId, problem.RowKey, asked.Id, problem.Reason);
        }
    }

    private async IAsyncEnumerable<ParticipantHistory> PeopleAsync(
        int range,
        Instant cutOff,
        IReadOnlyDictionary<string, Agency> known,
        Action<RowProblem> tell,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (IReadOnlyList<TableEntity> rows in scan.PeopleAsync(range, cancellation))
        {
            if (HistoryReader.Read(rows, tell) is { } stored && CutOff.Apply(stored, cutOff, study) is { } person)
            {
                yield return person with { Sector = known.GetValueOrDefault(person.Person.Profile.AgencyId)?.Sector };
            }
        }
    }

    private static IReadOnlyList<RowProblem> Sorted(IEnumerable<RowProblem> problems) =>
        [.. problems.OrderBy(problem => problem.ParticipantId, StringComparer.Ordinal).ThenBy(problem => problem.RowKey, StringComparer.Ordinal)];

    [LoggerMessage(LogLevel.Information, "Export {Export} is complete: {Rows} rows, {Problems} stored rows left out.")]
    private partial void LogPublished(string export, long rows, int problems);

    [LoggerMessage(LogLevel.Error, "{Participant}'s row {RowKey} is left out of export {Export}: {Reason}")]
    private partial void LogProblem(string participant, string rowKey, string export, string reason);
}
