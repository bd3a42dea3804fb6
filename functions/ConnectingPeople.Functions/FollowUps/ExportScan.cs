using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using ConnectingPeople.Domain.Agencies;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>Reads all participants, range by range as of the cut-off, and writes the rows of all datasets at once.</summary>
public sealed partial class ExportScan(
    ExportBlobs blobs, ParticipantScan scan, AgencyStore agencies, FidelityStore fidelity, Study study, ILogger<ExportScan> log)
{
    /// <summary>How many ranges are read at a time.</summary>
    public const int AtOnce = 4;
    private const int PeopleBetweenNews = 500;

    /// <summary>Leaves the blocks of all CSV files in storage, not joined yet.</summary>
    public async Task<FinishedScan> RunAsync(ExportStatus asked, Progress progress, CancellationToken cancellation)
    {
        ExportFiles files = new(blobs, ExportId.Parse(asked.Id)!, study);
        ConcurrentBag<RowProblem> problems = [];
        Known known = await KnownAsync(asked.CutOff, cancellation);
        await progress.BeginAsync(ExportStage.Scan, ParticipantScan.Ranges, 0, cancellation);
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(Enumerable.Range(0, ParticipantScan.Ranges), parallel, async (range, stop) =>
        {
            await files.WriteAsync(range, PeopleAsync(range, stop), stop);
            await progress.PartDoneAsync(files.Rows, stop);
        });
        return new FinishedScan(
            new StudyVersion(study.Id, study.Version),
            SoftwareVersion.Running,
            await files.FinishAsync(cancellation),
            [.. problems.OrderBy(problem => problem.ParticipantId, StringComparer.Ordinal).ThenBy(problem => problem.RowKey, StringComparer.Ordinal)]);

        async IAsyncEnumerable<ParticipantHistory> PeopleAsync(int range, [EnumeratorCancellation] CancellationToken stop)
        {
            int seen = 0;
            await foreach (IReadOnlyList<TableEntity> rows in scan.PeopleAsync(range, stop))
            {
                if (HistoryReader.Read(rows, Tell) is { } stored && CutOff.Apply(stored, asked.CutOff, study) is { } person)
                {
                    yield return known.Place(person);
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

    private async Task<Known> KnownAsync(Instant cutOff, CancellationToken cancellation) => new(
        await agencies.AllAsync(cancellation),
        (await fidelity.AllAsync(cancellation)).ToDictionary(agency => agency.Key, agency => Triangulation.Of(agency, cutOff, study.Fidelity).Level));

    [LoggerMessage(LogLevel.Error, "{Participant}'s row {RowKey} is left out of export {Export}: {Reason}")]
    private partial void LogProblem(string participant, string rowKey, string export, string reason);

    /// <summary>What is known of agencies as of the cut-off.</summary>
    private sealed record Known(IReadOnlyDictionary<string, Agency> Agencies, Dictionary<string, FidelityLevel> Levels)
    {
        public ParticipantHistory Place(ParticipantHistory person)
        {
            string agency = person.Person.Profile.AgencyId;
            return person with { Sector = Agencies.GetValueOrDefault(agency)?.Sector, Fidelity = Levels.GetValueOrDefault(agency) };
        }
    }
}
