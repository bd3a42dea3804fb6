using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.FollowUps.Measures;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Domain.Tests.Studies;
using static ConnectingPeople.Domain.Tests.FollowUps.Histories;

namespace ConnectingPeople.Domain.Tests.FollowUps;

/// <summary>The rows of <c>follow_up</c> for a person enrolled on 6 January in Madrid, whose window is from 20 September to 19 November.</summary>
public sealed class FollowUpTests
{
    private static readonly Dataset<FollowUpRow> FollowUp = FollowUpFile.DatasetOf(Shipped.Study);

    private static readonly CheckIn Baseline = Wave("baseline", "2026-01-10T10:00:00Z", ("advice", "2"), ("information", "4"), ("included", "3"), ("belonging", "4"), ("contacts", "5"), ("lonely", "4"));

    private static readonly CheckIn NineMonth = Wave(
        "nine-month", "2026-10-06T22:30:00Z", ("advice", "4"), ("information", "4"), ("practical-help", "5"), ("included", "4"), ("contacts", "3"), ("lonely", "2"));

    [Fact]
    public void A_row_says_who_was_followed_up_when_and_what_changed()
    {
        Assert.Equal(
            "participant_id CP-00...,agency_id north,sector nhs,fidelity not-assessed,client_group learning-disability,baseline_on 2026-01-10,nine_month_on 2026-10-07,nine_month_in_window true,"
            + "social_resources_baseline 3.00,social_resources_nine_month 4.33,social_resources_change 1.33,"
            + "inclusion_baseline 3.50,contacts_baseline 5,contacts_nine_month 3,contacts_change -2,"
            + "loneliness_baseline 4,loneliness_nine_month 2,loneliness_change -2",
            Said(Stored(Baseline, NineMonth).AsOf()));
    }

    [Fact]
    public void A_person_without_waves_has_a_row() => Assert.Equal(
        "participant_id CP-00...,agency_id north,sector nhs,fidelity not-assessed,client_group learning-disability", Said(Stored().AsOf()));

    [Fact]
    public void A_person_who_withdrew_after_baseline_keeps_it()
    {
        ParticipantHistory stored = Stored(Baseline);
        ParticipantHistory withdrawn = stored with { Person = stored.Person with { Status = Status.Withdrawn, StatusAt = At("2026-03-01T09:00:00Z") } };

        FollowUpRow row = FollowUpFile.RowOf(withdrawn.AsOf(), Shipped.Study);

        Assert.Equal(("3.00", "", ""), (Cell(row, "social_resources_baseline"), Cell(row, "social_resources_nine_month"), Cell(row, "social_resources_change")));
        Assert.Equal(("2026-01-10", "", ""), (Cell(row, "baseline_on"), Cell(row, "nine_month_on"), Cell(row, "nine_month_in_window")));
    }

    [Theory]
    [InlineData("2026-09-19T21:59:59Z", "false")]
    [InlineData("2026-09-19T22:00:00Z", "true")]
    [InlineData("2026-11-19T22:59:59Z", "true")]
    [InlineData("2026-11-19T23:00:00Z", "false")]
    public void Early_and_late_answers_count_and_are_flagged(string at, string inWindow)
    {
        // A wave that is answered before its window opens hasn't begun at the cut-off, so this asks for the row itself.
        FollowUpRow row = FollowUpFile.RowOf(Stored(Baseline, Wave("nine-month", at, ("contacts", "7"))), Shipped.Study);

        Assert.Equal((inWindow, "7", "2"), (Cell(row, "nine_month_in_window"), Cell(row, "contacts_nine_month"), Cell(row, "contacts_change")));
    }

    [Fact]
    public void What_came_after_the_cut_off_is_not_there()
    {
        FollowUpRow row = FollowUpFile.RowOf(Stored(Baseline, NineMonth).AsOf("2026-10-01T00:00:00Z"), Shipped.Study);

        Assert.Equal(("5", "", ""), (Cell(row, "contacts_baseline"), Cell(row, "contacts_nine_month"), Cell(row, "nine_month_on")));
    }

    [Fact]
    public void A_wave_in_which_everything_was_refused_was_not_measured()
    {
        CheckIn refused = Baseline with { Answers = [.. Baseline.Answers.Select(answer => answer with { Outcome = AnswerOutcome.Refused, Value = null })] };

        Assert.Equal("participant_id CP-00...,agency_id north,sector nhs,fidelity not-assessed,client_group learning-disability", Said(Stored(refused).AsOf()));
    }

    [Fact]
    public void Answers_to_another_version_count_as_far_as_they_fit_the_present_range()
    {
        CheckIn old = Wave("baseline", "2026-01-10T10:00:00Z", ("contacts", "5"), ("lonely", "9"), ("gone", "3")) with { Version = 7 };

        FollowUpRow row = FollowUpFile.RowOf(Stored(old).AsOf(), Shipped.Study);

        Assert.Equal(("5", "", "2026-01-10"), (Cell(row, "contacts_baseline"), Cell(row, "loneliness_baseline"), Cell(row, "baseline_on")));
    }

    [Fact]
    public void The_codebook_says_how_a_measure_comes_about()
    {
        CodebookRow row = CodebookFile.RowsOf(Shipped.Study).Single(row => row is { File: "follow_up", Column: "social_resources_nine_month" });

        Assert.Equal("Access to advice, information and practical help from people one knows, at nine months", row.Label);
        Assert.Equal(("number", "points from 1 (hard) to 5 (easy)", "1 to 5"), (row.Type, row.Unit, row.Values));
        Assert.Equal("the wave wasn't answered, or fewer than 2 of the 3 items were", row.Missing);
        Assert.Equal("this study's own questions", row.Instrument);
        Assert.StartsWith("advice: How easy is it to get good advice from people you know?", row.QuestionText, StringComparison.Ordinal);
        Assert.Equal(
            "mean of advice, information, practical-help; when 2 or more of the 3 are answered but not all, the mean of those; rounded to 2 digits behind the point, half away from zero; answers to any version of the questionnaire count, as far as they fit the question's present range; source: this project; higher is better",
            row.Derivation);
    }

    [Fact]
    public void The_codebook_says_where_a_change_comes_from_and_how_far_it_may_go()
    {
        CodebookRow row = CodebookFile.RowsOf(Shipped.Study).Single(row => row is { File: "follow_up", Column: "loneliness_change" });

        Assert.Equal(("-4 to 4", "loneliness_baseline or loneliness_nine_month is missing"), (row.Values, row.Missing));
        Assert.Equal("loneliness_nine_month - loneliness_baseline; lower is better", row.Derivation);
    }

    [Fact]
    public void The_codebook_says_that_qalys_stand_at_nine_months_alone()
    {
        IReadOnlyList<CodebookRow> rows = [.. CodebookFile.RowsOf(Sample.Load(Sample.WithMeasures).Value!).Where(row => row.Column.StartsWith("years_", StringComparison.Ordinal))];

        Assert.Equal(["years_baseline", "years_nine_month", "years_change"], rows.Select(row => row.Column));
        Assert.Equal("always: it belongs to the time between the waves and stands in years_nine_month", rows[0].Missing);
        Assert.Equal("health is missing at either wave, or the waves weren't answered on days in their order", rows[1].Missing);
        Assert.Equal(rows[0].Missing, rows[2].Missing);
    }

    [Fact]
    public void A_study_without_a_wave_at_nine_months_has_the_columns_all_the_same()
    {
        Study sample = Sample.Load(Sample.WithMeasures).Value!;
        Dataset<FollowUpRow> dataset = FollowUpFile.DatasetOf(sample);

        FollowUpRow row = FollowUpFile.RowOf(Stored(Wave("baseline", "2026-01-10T10:00:00Z", ("goal", "2"), ("new", "yes"))), sample);

        Assert.Equal(("2", ""), (dataset.Cell(row, "going_baseline"), dataset.Cell(row, "going_nine_month")));
    }

    private static string Cell(FollowUpRow row, string column) => FollowUp.Cell(row, column);

    /// <summary>Every cell that isn't empty, with its column.</summary>
    private static string Said(ParticipantHistory person)
    {
        FollowUpRow row = FollowUpFile.RowOf(person, Shipped.Study);
        IEnumerable<string> cells = FollowUp.Columns.Select(column => $"{column.Name} {FollowUp.Cell(row, column.Name)}").Where(cell => !cell.EndsWith(' '));
        return string.Join(',', cells).Replace(Amira.Text, "CP-00...", StringComparison.Ordinal);
    }

    private static CheckIn Wave(string wave, string at, params (string Question, string Value)[] answers) => new()
    {
        Id = $"{wave}-2026-01-06",
        Questionnaire = "follow-up",
        Version = 1,
        Wave = wave,
        DueAt = At("2026-01-05T23:00:00Z"),
        ClosesAt = At("2026-12-05T23:00:00Z"),
        Answers = [.. answers.Select(answer => Answered(answer.Question, answer.Value, at: at))],
    };
}
