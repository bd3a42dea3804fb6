using ConnectingPeople.Domain.Agencies;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Tests.Studies;
using static ConnectingPeople.Domain.Tests.FollowUps.Histories;

namespace ConnectingPeople.Domain.Tests.FollowUps;

public sealed class RowTests
{
    private static readonly Dataset<AnswerRow> Answers = AnswersFile.DatasetOf(Shipped.Study);
    private static readonly Dataset<CheckInRow> CheckIns = CheckInsFile.DatasetOf(Shipped.Study);
    private static readonly Dataset<GoalRow> Goals = GoalsFile.DatasetOf(Shipped.Study);

    [Fact]
    public void A_participants_row_says_everything_but_who_they_are()
    {
        IEnumerable<string> cells = ParticipantsFile.Dataset.Columns.Select(column => ParticipantsFile.Dataset.Cell(Stored().AsOf(), column.Name));

        Assert.Equal(
            [Amira.Text, "north", "nhs", "not-assessed", "learning-disability", "", "", "en-GB-easy", "sms", "2026-01-06", "3", "active", "2026-01-06"], cells);
    }

    [Fact]
    public void A_participants_row_says_how_fully_their_agency_implements_the_model() =>
        Assert.Equal("full", ParticipantsFile.Dataset.Cell(Stored().AsOf() with { Fidelity = FidelityLevel.Full }, "fidelity"));

    [Fact]
    public void A_check_in_that_was_asked_has_a_row_for_every_question_worth_asking()
    {
        CheckIn checkIn = Weekly(
            Answered("goal", "2", "a first step"),
            new Answer("people", AnswerOutcome.Refused, null, null, "rather not say", 2, At("2026-01-08T11:06:00Z")),
            new Answer("new-person", AnswerOutcome.NotUnderstood, null, null, "hm", 3, At("2026-01-08T11:07:00Z")));

        IReadOnlyList<AnswerRow> rows = AnswersOf(checkIn);

        Assert.Equal(
            ["goal answered 2 a first step 1", "people refused   2", "new-person not-understood   3", "activity not-reached   ", "connected not-reached   ", "barrier not-reached   ", "anything-else not-reached   "],
            rows.Select(row => string.Join(' ', new[] { "question_id", "outcome", "value", "label", "attempts" }.Select(column => Answers.Cell(row, column)))));
    }

    [Fact]
    public void A_question_that_an_answer_made_pointless_has_no_row() =>
        Assert.DoesNotContain(AnswersOf(Weekly(Answered("goal", "3"))), row => row.QuestionId == "barrier");

    [Fact]
    public void A_persons_own_words_are_not_among_the_answers()
    {
        AnswerRow row = AnswersOf(Weekly(Answered("anything-else", "My neighbour Joan helped"))).Single(row => row.QuestionId == "anything-else");

        Assert.Equal("answered", Answers.Cell(row, "outcome"));
        Assert.Equal("", Answers.Cell(row, "value"));
        Assert.Equal("", Answers.Cell(row, "label"));
    }

    [Theory]
    [InlineData("dropped", "My neighbour Joan helped", null, "")]
    [InlineData("dropped", "5", null, "5")]
    [InlineData("dropped", "bus", "by bus", "bus")]
    [InlineData("barrier", "Joan", null, "")]
    [InlineData("barrier", "travel", null, "travel")]
    [InlineData("anything-else", "5", null, "")]
    public void An_answer_to_another_version_stands_only_where_it_can_be_no_words_of_the_persons(string question, string value, string? label, string expected)
    {
        CheckIn old = Weekly(Answered(question, value, label)) with { Version = 7 };

        AnswerRow row = Assert.Single(AnswersOf(old));

        Assert.Equal(expected, Answers.Cell(row, "value"));
        Assert.Equal("7", Answers.Cell(row, "question_version"));
    }

    [Theory]
    [InlineData(CheckInStatus.Cancelled)]
    [InlineData(CheckInStatus.Missed)]
    public void A_check_in_that_was_never_asked_has_no_answers(CheckInStatus status)
    {
        CheckIn checkIn = (Weekly() with { SentAt = null }).Closed(status, "2026-01-08T20:00:00Z");

        CheckInRow row = CheckInOf(Stored(checkIn).AsOf());

        Assert.Empty(row.Answers);
        Assert.Equal("0", CheckIns.Cell(row, "questions"));
        Assert.Equal("0", CheckIns.Cell(row, "answered"));
    }

    [Fact]
    public void A_check_ins_row_counts_its_rows_among_the_answers()
    {
        CheckIn checkIn = Weekly(Answered("goal", "3"), new Answer("people", AnswerOutcome.Refused, null, null, "skip", 1, At("2026-01-08T11:06:00Z")))
            .Closed(CheckInStatus.Partial, "2026-01-11T11:00:00Z");
        ParticipantHistory person = Stored(checkIn) with
        {
            DeliveredAt = new Dictionary<string, Instant> { ["weekly-2026-01-08.ask.1"] = At("2026-01-08T11:00:09Z") },
        };

        CheckInRow row = CheckInOf(person.AsOf());

        Assert.Equal(
            [
                Amira.Text, "weekly-2026-01-08", "weekly", "2", "", "sms", "2026-01-08T11:00:00Z", "2026-01-08T11:00:00Z", "2026-01-08T11:00:09Z",
                "2026-01-08T11:05:00Z", "", "2026-01-11T11:00:00Z", "0", "partial", "6", "1",
            ],
            CheckIns.Columns.Select(column => CheckIns.Cell(row, column.Name)));
        Assert.Equal(6, row.Answers.Count);
    }

    [Fact]
    public void Where_an_interview_and_a_text_disagree_both_have_a_row_and_the_interview_counts()
    {
        CheckIn checkIn = Weekly(Answered("goal", "3") with { Source = AnswerSource.Interview }, Answered("people", "4")) with
        {
            Overridden = [Answered("goal", "1", "not started")],
        };

        CheckInRow row = CheckInOf(Stored(checkIn).AsOf());
        ParticipantHistory person = Stored(checkIn).AsOf();

        Assert.Equal(
            ["goal 3 interview", "goal 1 sms", "people 4 sms"],
            AnswersFile.WithOverridden(row.Answers).Take(3).Select(answer => $"{answer.QuestionId} {answer.Value} {Answers.Cell(answer, "source")}"));
        Assert.Equal(("6", "2"), (CheckIns.Cell(row, "questions"), CheckIns.Cell(row, "answered")));
        Assert.Equal(["3"], GoalsFile.RowsOf(person, row.Answers).Select(rating => Goals.Cell(rating, "rating")));
    }

    [Fact]
    public void How_many_questions_another_version_had_is_unknown()
    {
        CheckInRow row = CheckInOf(Stored(Weekly(Answered("goal", "3")) with { Version = 7 }).AsOf());

        Assert.Equal("", CheckIns.Cell(row, "questions"));
        Assert.Equal("1", CheckIns.Cell(row, "answered"));
    }

    [Fact]
    public void Each_rating_of_a_goal_is_a_row()
    {
        CheckIn first = Weekly(Answered("goal", "2", "a first step"), Answered("people", "4"));
        CheckIn refused = Weekly(new Answer("goal", AnswerOutcome.Refused, null, null, "skip", 1, At("2026-01-15T11:06:00Z"))) with { Id = "weekly-2026-01-15" };
        ParticipantHistory person = Stored(first, refused).AsOf();

        GoalRow row = Assert.Single(GoalsFile.RowsOf(person, person.CheckIns.SelectMany(AnswersOf)));

        Assert.Equal(
            [Amira.Text, "g1", "2026-01-06", "weekly-2026-01-08", "", "2026-01-08T11:05:00Z", "2", "a first step"],
            Goals.Columns.Select(column => Goals.Cell(row, column.Name)));
    }
}
