using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Domain.Tests.Studies;
using CsCheck;
using static ConnectingPeople.Domain.Tests.FollowUps.Histories;

namespace ConnectingPeople.Domain.Tests.FollowUps;

public sealed class FreeTextTests
{
    private static readonly Dataset<AnswerRow> Dataset = FreeTextFile.DatasetOf(Shipped.Study);

    [Fact]
    public void An_answer_in_words_is_a_row()
    {
        CheckIn checkIn = Weekly(
            Answered("goal", "3"),
            Answered("anything-else", "Joan came.\nWe had tea", at: "2026-01-08T11:09:00Z") with { Source = AnswerSource.EmailForm });

        Assert.Equal(
            [$"{Amira.Text}|weekly-2026-01-08||anything-else|2026-01-08T11:09:00Z|email-form|Joan came.\nWe had tea"], RowsOf(Stored(checkIn).AsOf()));
    }

    [Fact]
    public void Words_that_answer_another_question_are_a_row_too() =>
        Assert.Equal(
            [$"{Amira.Text}|weekly-2026-01-08||people|2026-01-08T11:05:00Z|sms|only Joan"],
            RowsOf(Stored(Weekly(Answered("people", "only Joan") with { Raw = "well, only Joan" })).AsOf()));

    [Fact]
    public void An_interviews_words_and_the_persons_own_are_both_kept()
    {
        CheckIn checkIn = Weekly(Answered("anything-else", "Joan came", at: "2026-01-09T10:00:00Z") with { Source = AnswerSource.Interview }) with
        {
            Overridden = [Answered("anything-else", "nobody came")],
        };

        Assert.Equal(["interview Joan came", "sms nobody came"], RowsOf(Stored(checkIn).AsOf()).Select(row => string.Join(' ', row.Split('|')[5..])));
        Assert.Equal(["sms nobody came"], RowsOf(Stored(checkIn).AsOf("2026-01-09T09:00:00Z")).Select(row => string.Join(' ', row.Split('|')[5..])));
    }

    [Fact]
    public void What_came_after_the_cut_off_is_not_in_it()
    {
        ParticipantHistory stored = Stored(Weekly(Answered("anything-else", "Joan came", at: "2026-01-08T11:09:00Z")));

        Assert.Empty(RowsOf(stored.AsOf("2026-01-08T11:08:59Z")));
        Assert.Single(RowsOf(stored.AsOf("2026-01-08T11:09:00Z")));
    }

    [Fact]
    public void A_study_may_leave_words_out_of_every_export()
    {
        Study study = Shipped.Study with { Exports = new ExportOptions(30, FreeText: FreeTextExport.Never) };

        Assert.DoesNotContain(PersonCells.Of(Stored(Weekly(Answered("anything-else", "Joan came"))).AsOf(), study), cell => cell.File == "free_text");
    }

    /// <summary>Whatever the question and the version of the questionnaire: each answer is either a code, or words of the person's.</summary>
    [Fact]
    public void Words_stand_in_no_other_file_and_all_of_them_in_this_one()
    {
        string[] questions = [.. Shipped.Study.Questionnaires["weekly"].Questions.Select(question => question.Id), "dropped"];
        Gen<Answer> answers = Gen.Select(Gen.OneOf(questions), Gen.OneOf("Joan", "Joan;money", "3 with Joan", "3", "yes", "travel", "2026-01-08"))
            .Select((question, value) => Answered(question, value, value == "travel" ? "travel" : null));

        Gen.Select(Gen.OneOf(2, 7), answers.Array[0, 6]).Sample(drawn =>
        {
            CheckIn checkIn = Weekly([.. drawn.Item2.DistinctBy(answer => answer.Question)]) with { Version = drawn.Item1 };

            List<PersonCells.OfFile> told = [.. PersonCells.Of(Stored(checkIn).AsOf(), Shipped.Study).Where(cell => cell.Text.Contains("Joan", StringComparison.Ordinal))];

            Assert.All(told, cell => Assert.Equal("free_text text", $"{cell.File} {cell.Column.Name}"));
            Assert.Equal(
                checkIn.Answers.Where(answer => answer.Value!.Contains("Joan", StringComparison.Ordinal)).Select(answer => answer.Value).Order(),
                told.Select(cell => cell.Text).Order());
        });
    }

    private static IEnumerable<string> RowsOf(ParticipantHistory person) =>
        FreeTextFile.RowsOf(new PersonRows(person, Shipped.Study).Answers, Shipped.Study).Select(row => string.Join('|', Dataset.Cells(row)));
}
