using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Domain.Tests.Studies;
using static ConnectingPeople.Domain.Tests.FollowUps.Histories;

namespace ConnectingPeople.Domain.Tests.FollowUps;

public sealed class SocialContactsTests
{
    [Fact]
    public void A_weeks_answers_about_contacts_are_one_row()
    {
        CheckIn checkIn = Weekly(
            Answered("goal", "3"),
            Answered("people", "4", at: "2026-01-08T11:06:00Z"),
            Answered("new-person", "no", at: "2026-01-08T11:08:00Z"),
            Answered("activity", "yes", at: "2026-01-08T11:07:00Z"));

        Assert.Equal([$"{Amira.Text} weekly-2026-01-08  0 2026-01-08T11:08:00Z 4 false true"], RowsOf(Stored(checkIn)));
    }

    [Theory]
    [InlineData("2026-01-12T22:59:59Z", "0")]
    [InlineData("2026-01-12T23:00:00Z", "1")]
    [InlineData("2026-10-06T09:00:00Z", "39")]
    public void Weeks_count_full_from_the_local_day_of_enrolment(string due, string week) =>
        Assert.Equal([week], RowsOf(Stored(Weekly(Answered("people", "4")) with { DueAt = At(due) })).Select(row => row.Split(' ')[3]));

    [Fact]
    public void What_was_refused_or_not_understood_is_missing()
    {
        CheckIn checkIn = Weekly(
            new Answer("people", AnswerOutcome.Refused, null, null, "skip", 1, At("2026-01-08T11:06:00Z")),
            new Answer("new-person", AnswerOutcome.NotUnderstood, null, null, "hm", 3, At("2026-01-08T11:07:00Z")),
            Answered("activity", "no", at: "2026-01-08T11:08:00Z"));

        Assert.Equal([$"{Amira.Text} weekly-2026-01-08  0 2026-01-08T11:08:00Z   false"], RowsOf(Stored(checkIn)));
    }

    [Fact]
    public void A_check_in_without_an_answer_about_contacts_has_no_row() =>
        Assert.Empty(RowsOf(Stored(
            Weekly(Answered("goal", "3"), new Answer("people", AnswerOutcome.Refused, null, null, "skip", 1, At("2026-01-08T11:06:00Z"))),
            Weekly(Answered("people", "only Joan")) with { Id = "weekly-2026-01-15" },
            Weekly() with { Id = "weekly-2026-01-22" })));

    [Fact]
    public void A_study_that_names_no_contact_questions_has_no_rows()
    {
        Study study = Shipped.Study with { Exports = new ExportOptions(30) };

        Assert.Empty(RowsOf(Stored(Weekly(Answered("people", "4"))), study));
    }

    [Fact]
    public void A_study_may_ask_only_some_of_them()
    {
        Study study = Shipped.Study with { Exports = new ExportOptions(30, Contacts: new ContactQuestions("people", null, null)) };

        Assert.Equal(
            [$"{Amira.Text} weekly-2026-01-08  0 2026-01-08T11:05:00Z 4  "],
            RowsOf(Stored(Weekly(Answered("people", "4"), Answered("activity", "yes", at: "2026-01-08T11:08:00Z"))), study));
        Assert.Equal("the study doesn't ask it", SocialContactsFile.DatasetOf(study).Columns.Single(column => column.Name == "activity").Missing);
    }

    private static IEnumerable<string> RowsOf(ParticipantHistory stored, Study? study = null)
    {
        Dataset<ContactRow> dataset = SocialContactsFile.DatasetOf(study ?? Shipped.Study);
        return SocialContactsFile.RowsOf(new PersonRows(stored.AsOf(), study ?? Shipped.Study), study ?? Shipped.Study)
            .Select(row => string.Join(' ', dataset.Cells(row)));
    }
}
