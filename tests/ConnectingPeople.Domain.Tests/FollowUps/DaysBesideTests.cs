using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Domain.Tests.Studies;
using static ConnectingPeople.Domain.Tests.FollowUps.Histories;

namespace ConnectingPeople.Domain.Tests.FollowUps;

public sealed class DaysBesideTests
{
    private static readonly Study Relative = Shipped.Study with { Exports = Shipped.Study.Exports with { Dates = ExportDates.Relative } };

    [Fact]
    public void Days_since_enrolment_stand_beside_each_date()
    {
        CheckIn checkIn = Weekly(Answered("goal", "3", at: "2026-01-08T23:30:00Z")) with { Reminders = 1 };

        Assert.Equal(
            [
                "due_at 2026-01-08T11:00:00Z", "due_at_day 2", "sent_at 2026-01-08T11:00:00Z", "sent_at_day 2", "delivered_at ", "delivered_at_day ",
                "first_reply_at 2026-01-08T23:30:00Z", "first_reply_at_day 3", "completed_at ", "completed_at_day ", "closed_at ", "closed_at_day ",
            ],
            CellsOf("check_ins", Stored(checkIn)).Where(cell => cell.Contains("_at", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_day_of_enrolment_is_day_0_where_the_person_lives() =>
        Assert.Equal(
            ["enrolled_on 2026-01-06", "enrolled_on_day 0", "status_on 2026-01-06", "status_on_day 0"],
            CellsOf("participants", Stored()).Where(cell => cell.Contains("_on", StringComparison.Ordinal)));

    [Theory]
    [InlineData("2026-01-04", "set_on_day -2")]
    [InlineData("2026-04-06", "set_on_day 90")]
    public void Days_before_enrolment_are_negative_and_a_change_of_the_clocks_is_no_day(string setOn, string expected)
    {
        ParticipantHistory stored = Stored(Weekly(Answered("goal", "3"))) with
        {
            GoalsSetOn = new Dictionary<string, LocalDate> { ["g1"] = NodaTime.Text.LocalDatePattern.Iso.Parse(setOn).Value },
        };

        Assert.Contains(expected, CellsOf("goals", stored));
    }

    [Fact]
    public void Every_such_column_is_in_the_codebook()
    {
        IReadOnlyList<CodebookRow> rows = CodebookFile.RowsOf(Relative);

        Assert.Equal(
            rows.Where(row => row.Type is "date" or "datetime").Select(row => (row.File, row.Column + "_day", row.Missing)),
            rows.Where(row => row.Column.EndsWith("_day", StringComparison.Ordinal)).Select(row => (row.File, row.Column, row.Missing)));
        Assert.All(rows.Where(row => row.Column.EndsWith("_day", StringComparison.Ordinal)), row => Assert.Equal(("integer", "days"), (row.Type, row.Unit)));
    }

    [Fact]
    public void All_else_stays_as_it_is()
    {
        IEnumerable<CodebookRow> relative = CodebookFile.RowsOf(Relative).Where(row => !row.Column.EndsWith("_day", StringComparison.Ordinal));

        Assert.Equal(CodebookFile.RowsOf(Shipped.Study), relative);
    }

    private static IEnumerable<string> CellsOf(string file, ParticipantHistory stored) =>
        PersonCells.Of(stored.AsOf(study: Relative), Relative).Where(cell => cell.File == file).Select(cell => $"{cell.Column.Name} {cell.Text}");
}
