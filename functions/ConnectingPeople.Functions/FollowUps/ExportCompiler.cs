using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using ConnectingPeople.Domain.Agencies;
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
    ExportBlobs blobs, ParticipantScan scan, AgencyStore agencies, FidelityStore fidelity, Study study, IClock clock, ILogger<ExportCompiler> log)
{
    private const int AtOnce = 8;
    private const int PeopleBetweenNews = 500;

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
        ConcurrentBag<RowProblem> problems = [];
        await ScanAsync(asked, files, problems, cancellation);
        IReadOnlyList<ExportedFile> stored = await files.JoinAsync(cancellation);
        ExportManifest manifest = new(
            id.Text,
            new StudyVersion(study.Id, study.Version),
            new SoftwareVersion(Software),
            asked.CutOff,
            clock.GetCurrentInstant(),
            stored,
            [.. problems.OrderBy(problem => problem.ParticipantId, StringComparer.Ordinal).ThenBy(problem => problem.RowKey, StringComparer.Ordinal)]);
        await blobs.PublishAsync(manifest, cancellation);
        LogPublished(id.Text, stored.Sum(file => file.Rows), problems.Count);
    }

    private async Task ScanAsync(ExportStatus asked, ExportFiles files, ConcurrentBag<RowProblem> problems, CancellationToken cancellation)
    {
        IReadOnlyDictionary<string, Agency> known = await agencies.AllAsync(cancellation);
        Dictionary<string, FidelityLevel> levels = (await fidelity.AllAsync(cancellation))
            .ToDictionary(agency => agency.Key, agency => Triangulation.Of(agency, asked.CutOff, study.Fidelity).Level);
        Progress progress = new(blobs, asked, ParticipantScan.Ranges, clock);
        await progress.TellAsync(0, cancellation);
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(Enumerable.Range(0, ParticipantScan.Ranges), parallel, async (range, stop) =>
        {
            await files.WriteAsync(range, PeopleAsync(range, stop), stop);
            progress.PartDone();
            await progress.TellAsync(files.Rows, stop);
        });

        async IAsyncEnumerable<ParticipantHistory> PeopleAsync(int range, [EnumeratorCancellation] CancellationToken stop)
        {
            int seen = 0;
            await foreach (IReadOnlyList<TableEntity> rows in scan.PeopleAsync(range, stop))
            {
                if (HistoryReader.Read(rows, Tell) is { } stored && CutOff.Apply(stored, asked.CutOff, study) is { } person)
                {
                    string agency = person.Person.Profile.AgencyId;
                    yield return person with { Sector = known.GetValueOrDefault(agency)?.Sector, Fidelity = levels.GetValueOrDefault(agency) };
                }

                if (++seen % PeopleBetweenNews == 0)
                {
                    await progress.TellAsync(files.Rows, stop);
                }
            }
        }

        void Tell(RowProblem problem)
        {
            problems.Add(problem);
            LogProblem(problem.ParticipantId, problem.RowKey, asked.Id, problem.Reason);
        }
    }

    [LoggerMessage(LogLevel.Information, "Export {Export} is complete: {Rows} rows, {Problems} stored rows left out.")]
    private partial void LogPublished(string export, long rows, int problems);

    [LoggerMessage(LogLevel.Error, "{Participant}'s row {RowKey} is left out of export {Export}: {Reason}")]
    private partial void LogProblem(string participant, string rowKey, string export, string reason);
}
