using System.Security.Cryptography;
using Azure.Storage.Blobs.Specialized;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>All files of one export in the making.</summary>
public sealed class ExportFiles
{
    private readonly Study study;
    private readonly CsvFile<ParticipantHistory> participants;
    private readonly CsvFile<CheckInRow> checkIns;
    private readonly CsvFile<AnswerRow> answers;
    private readonly CsvFile<GoalRow> goals;
    private readonly CsvFile<CodebookRow> codebook;

    public ExportFiles(ExportBlobs blobs, ExportId id, Study study)
    {
        this.study = study;
        string run = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
        participants = File(ParticipantsFile.Dataset, ParticipantScan.Ranges);
        checkIns = File(CheckInsFile.DatasetOf(study), ParticipantScan.Ranges);
        answers = File(AnswersFile.DatasetOf(study), ParticipantScan.Ranges);
        goals = File(GoalsFile.DatasetOf(study), ParticipantScan.Ranges);
        codebook = File(CodebookFile.Dataset, 1);

        CsvFile<TRow> File<TRow>(Dataset<TRow> dataset, int parts) => new(blobs.File(id, NameOf(dataset)), dataset, run, parts);
    }

    /// <summary>Rows written so far, of all files.</summary>
    public long Rows => All.Sum(file => file.Rows);

    /// <summary>In the order of the manifest.</summary>
    private ICsvFile[] All => [participants, checkIns, answers, goals, codebook];

    public static string NameOf<TRow>(Dataset<TRow> dataset) => dataset.Name + ".csv";

    /// <summary>Writes the people of one range, in their order.</summary>
    public async Task WriteAsync(int range, IAsyncEnumerable<ParticipantHistory> people, CancellationToken cancellation)
    {
        await using CsvPart<ParticipantHistory> persons = participants.Open(range);
        await using CsvPart<CheckInRow> asked = checkIns.Open(range);
        await using CsvPart<AnswerRow> answered = answers.Open(range);
        await using CsvPart<GoalRow> rated = goals.Open(range);
        await foreach (ParticipantHistory person in people.WithCancellation(cancellation))
        {
            List<CheckInRow> rows = [.. person.CheckIns.Select(checkIn => CheckInsFile.RowOf(person, checkIn, study))];
            List<AnswerRow> all = [.. rows.SelectMany(row => row.Answers)];
            await persons.WriteAsync([person], cancellation);
            await asked.WriteAsync(rows, cancellation);
            await answered.WriteAsync(AnswersFile.WithOverridden(all), cancellation);
            await rated.WriteAsync(GoalsFile.RowsOf(person, all), cancellation);
        }

        await persons.SendAsync(cancellation);
        await asked.SendAsync(cancellation);
        await answered.SendAsync(cancellation);
        await rated.SendAsync(cancellation);
    }

    /// <summary>Adds what doesn't come from participants, and makes the files of their parts.</summary>
    public async Task<IReadOnlyList<ExportedFile>> JoinAsync(CancellationToken cancellation)
    {
        await using CsvPart<CodebookRow> columns = codebook.Open(0);
        await columns.WriteAsync(CodebookFile.RowsOf(study), cancellation);
        await columns.SendAsync(cancellation);
        await Task.WhenAll(All.Select(file => file.JoinAsync(cancellation)));
        return await Task.WhenAll(All.Select(file => file.DescribeAsync(cancellation)));
    }
}
