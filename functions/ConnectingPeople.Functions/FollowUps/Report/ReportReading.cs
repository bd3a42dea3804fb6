using ConnectingPeople.Domain.FollowUps.Report;

namespace ConnectingPeople.Functions.FollowUps.Report;

/// <summary>
/// Reads an export's files into what a report shows. Each file is read row by row and forgotten; what stays grows with agencies, weeks,
/// questions and ratings, and, for each measure, by three numbers a participant.
/// </summary>
public sealed class ReportReading(Func<string, CancellationToken, Task<Stream?>> open, ReportHead head, CancellationToken cancellation)
{
    public async Task<Findings> ReadAsync() => new(
        await FlowAsync(),
        await AgenciesAsync(),
        await ResponseAsync(),
        await QuestionsAsync(),
        await GoalsAsync(),
        await ContactsAsync(),
        await MeasuresAsync());

    private async Task<ParticipantFlow> FlowAsync()
    {
        ParticipantFlowTally tally = new();
        await EachAsync("flow.csv", row => tally.Add(row.Text("stage"), row.Text("agency_id"), Fidelity(row), row.Count("count")));
        return tally.Figures();
    }

    private async Task<IReadOnlyList<AgenciesOfSector>> AgenciesAsync()
    {
        AgenciesTally tally = new();
        await EachAsync("participants.csv", row => tally.Add(row.Text("agency_id"), row.TextOrNull("sector"), Fidelity(row)));
        return tally.Figures();
    }

    private async Task<WeeklyResponse> ResponseAsync()
    {
        WeeklyResponseTally tally = new();
        await EachAsync("check_ins.csv", row => tally.Add(row.Day("due_at"), row.TextOrNull("status"), row.TextOrNull("wave")));
        return tally.Figures();
    }

    private async Task<IReadOnlyList<QuestionFigures>> QuestionsAsync()
    {
        CompletenessTally tally = new();
        await EachAsync("answers.csv", row => tally.Add(
            row.Text("participant_id"), row.Text("check_in_id"), row.TextOrNull("wave"), row.Text("question_id"), row.Text("outcome")));
        return tally.Figures(head.Questions.Select(question => (question.Wave, question.Id)));
    }

    private async Task<GoalFigures> GoalsAsync()
    {
        GoalTally tally = new(head.GoalReached);
        await EachWithFidelityAsync("goals.csv", (row, participant, fidelity) =>
            tally.Add(participant, row.Text("goal_id"), fidelity, (int)row.Count("rating"), row.TextOrNull("label"), row.Text("rated_at")));
        return tally.Figures();
    }

    private async Task<IReadOnlyList<FourWeeks>> ContactsAsync()
    {
        ContactsTally tally = new();
        await EachWithFidelityAsync("social_contacts.csv", (row, participant, fidelity) =>
        {
            if (row.TextOrNull("people") is not null)
            {
                tally.Add(participant, fidelity, (int)row.Count("week"), (int)row.Count("people"));
            }
        });
        return tally.Figures();
    }

    private async Task<IReadOnlyList<MeasureFindings>> MeasuresAsync()
    {
        List<(ReportMeasure Measure, MeasureTally Tally)> tallies =
            [.. head.Measures.Select(measure => (measure, new MeasureTally(measure.IsBetweenWaves)))];
        await EachAsync("follow_up.csv", row =>
        {
            foreach ((ReportMeasure measure, MeasureTally tally) in tallies)
            {
                tally.Add(Fidelity(row), Value("baseline"), Value("nine_month"), Value("change"));

                double? Value(string at) => row.NumberOrNull($"{measure.Id}_{at}");
            }
        });
        return [.. tallies.Select(one => new MeasureFindings(one.Measure, one.Tally.Figures()))];
    }

    private static string Fidelity(CsvRows row) => row.TextOrNull("fidelity") ?? FidelityGroup.NotAssessed;

    private async Task EachAsync(string file, Action<CsvRows> take)
    {
        await using CsvRows rows = await CsvRows.OpenAsync(open, file, cancellation);
        while (await rows.NextAsync(cancellation))
        {
            take(rows);
        }
    }

    private async Task EachWithFidelityAsync(string file, Action<CsvRows, string, string> take)
    {
        await using CsvRows participants = await CsvRows.OpenAsync(open, "participants.csv", cancellation);
        await using CsvRows rows = await CsvRows.OpenAsync(open, file, cancellation);
        FidelityOf fidelity = new(participants);
        while (await rows.NextAsync(cancellation))
        {
            string participant = rows.Text("participant_id");
            take(rows, participant, await fidelity.OfAsync(participant, cancellation));
        }
    }
}
