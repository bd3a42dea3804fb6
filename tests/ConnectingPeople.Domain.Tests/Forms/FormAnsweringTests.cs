using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Forms;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Replies;
using static ConnectingPeople.Domain.Tests.Forms.Filled;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.Forms;

public sealed class FormAnsweringTests
{
    [Fact]
    public void An_answer_is_stored_with_where_it_came_from_and_the_next_question_waits()
    {
        FormResult result = Answer(AParticipant().InCheckIn(), "goal", "3");

        CheckIn checkIn = result.Decision.CheckIns.Single();
        Assert.Equal(FormOutcome.Taken, result.Outcome);
        Assert.Equal(new Answer("goal", AnswerOutcome.Answered, "3", "getting there", "3", 1, Noon, AnswerSource.EmailForm), checkIn.Answers.Single());
        Assert.Equal(("people", Noon, Noon), (checkIn.Question, checkIn.FirstReplyAt, checkIn.LastWordAt));
        Assert.Equal(Noon, result.Decision.Person.HeardAt);
        Assert.Equal(Noon, result.Decision.Person.Goals.Single().RatedAt);
    }

    [Fact]
    public void The_same_answer_again_changes_nothing()
    {
        Participant amira = Answer(AParticipant().InCheckIn(), "goal", "3").Decision.Person;
        Decision before = new(amira);

        FormResult again = FormAnswering.Answer(before, Weekly, "goal", ["3"], Noon + Duration.FromMinutes(1), TheStudy);

        Assert.Equal(FormOutcome.Taken, again.Outcome);
        Assert.Same(before, again.Decision);
    }

    [Fact]
    public void Another_answer_takes_the_place_of_the_first()
    {
        Participant amira = Answered(AParticipant().InCheckIn(), ("goal", "3"), ("people", "4"));

        FormResult result = Answer(amira, "people", "5");

        Assert.Equal([("goal", "3"), ("people", "5")], result.Decision.CheckIns.Single().Answers.Select(answer => (answer.Question, answer.Value)));
    }

    [Fact]
    public void Questions_that_are_not_worth_asking_any_more_lose_their_answers()
    {
        Participant stuck = Answered(AParticipant().InCheckIn(), ("goal", "1"), ("people", "4"), ("new-person", "no"), ("activity", "no"), ("connected", "3"), ("barrier", "money"));

        FormResult moving = Answer(stuck, "goal", "3");

        CheckIn checkIn = moving.Decision.CheckIns.Single();
        Assert.DoesNotContain(checkIn.Answers, answer => answer.Question == "barrier");
        Assert.Equal("anything-else", checkIn.Question);
        Assert.Equal("anything-else", FormState.Of(moving.Decision.Person, checkIn, TheStudy).Next!.Question.Id);
    }

    [Fact]
    public void An_answer_that_makes_a_question_worth_asking_brings_it_back()
    {
        Participant moving = Answered(AParticipant().InCheckIn(), ("goal", "3"), ("people", "4"), ("new-person", "no"), ("activity", "no"), ("connected", "3"), ("anything-else", "no"));

        FormResult stuck = Answer(moving, "goal", "2");

        Assert.Equal("barrier", stuck.Decision.CheckIns.Single().Question);
    }

    [Theory]
    [InlineData("goal", "5")]
    [InlineData("people", "many")]
    [InlineData("new-person", "maybe")]
    [InlineData("people", " ")]
    public void What_is_no_answer_is_stored_nowhere(string question, string entered)
    {
        FormResult result = Answer(AParticipant().InCheckIn(), question, entered);

        Assert.Equal((FormOutcome.Wrong, question), (result.Outcome, result.Question));
        Assert.Empty(result.Decision.CheckIns);
        Assert.Null(result.Decision.Heard);
    }

    [Fact]
    public void Words_have_an_end()
    {
        FormResult right = Answer(AParticipant().InCheckIn(), "anything-else", new string('x', 2_000));
        FormResult wrong = Answer(AParticipant().InCheckIn(), "anything-else", new string('x', 2_001));

        Assert.Equal(FormOutcome.Taken, right.Outcome);
        Assert.Equal(FormOutcome.Wrong, wrong.Outcome);
    }

    [Fact]
    public void A_line_end_of_a_browser_is_one_character() =>
        Assert.Equal("one\ntwo", Answer(AParticipant().InCheckIn(), "anything-else", "one\r\ntwo ").Decision.CheckIns.Single().Answers.Single().Value);

    [Fact]
    public void Rather_not_say_is_recorded_and_respected()
    {
        FormResult result = FormAnswering.Answer(new Decision(AParticipant().InCheckIn()), Weekly, "goal", null, Noon, TheStudy);

        Assert.Equal(AnswerOutcome.Refused, result.Decision.CheckIns.Single().Answers.Single().Outcome);
        Assert.Equal("people", result.Decision.Person.Conversation!.Question);
        Assert.Null(result.Decision.Person.Goals.Single().RatedAt);
    }

    [Fact]
    public void A_question_that_may_be_left_out_is_left_out_by_writing_nothing() =>
        Assert.Equal(AnswerOutcome.Refused, Answer(AParticipant().InCheckIn(), "anything-else", "").Decision.CheckIns.Single().Answers.Single().Outcome);

    [Fact]
    public void A_question_that_is_not_worth_asking_takes_no_answer() =>
        Assert.Equal(FormOutcome.NotAsked, Answer(AParticipant().InCheckIn(), "barrier", "money").Outcome);

    [Fact]
    public void Finishing_names_what_is_missing()
    {
        FormResult result = FormAnswering.Finish(new Decision(Answered(AParticipant().InCheckIn(), ("goal", "3"))), Weekly, Noon, TheStudy);

        Assert.Equal((FormOutcome.Unfinished, "people"), (result.Outcome, result.Question));
        Assert.Empty(result.Decision.CheckIns);
    }

    [Fact]
    public void Finishing_completes_the_check_in()
    {
        FormResult result = FormAnswering.Finish(new Decision(All(AParticipant().InCheckIn())), Weekly, Noon, TheStudy);

        CheckIn checkIn = result.Decision.CheckIns.Single();
        Assert.Equal(FormOutcome.Finished, result.Outcome);
        Assert.Equal((CheckInStatus.Completed, Noon, Noon), (checkIn.Status, checkIn.CompletedAt, checkIn.ClosedAt));
        Assert.Null(result.Decision.Person.Talking);
    }

    [Fact]
    public void A_form_that_was_answered_to_its_end_and_never_finished_was_complete_with_its_last_word()
    {
        CheckIn closed = Waking.Decide(All(AParticipant().InCheckIn()), At("2026-01-11T11:00Z"), TheStudy).CheckIns.Single();

        Assert.Equal((CheckInStatus.Completed, Noon, At("2026-01-11T11:00Z")), (closed.Status, closed.CompletedAt, closed.ClosedAt));
    }

    [Fact]
    public void A_form_that_was_begun_and_left_is_partial() =>
        Assert.Equal(
            CheckInStatus.Partial,
            Waking.Decide(Answered(AParticipant().InCheckIn(), ("goal", "3")), At("2026-01-11T11:00Z"), TheStudy).CheckIns.Single().Status);

    [Theory]
    [InlineData("2026-01-11T10:59Z", FormOutcome.Taken)]
    [InlineData("2026-01-11T11:00Z", FormOutcome.Closed)]
    public void A_form_takes_answers_until_the_check_in_closes(string instant, FormOutcome outcome)
    {
        FormResult result = FormAnswering.Answer(new Decision(AParticipant().InCheckIn()), Weekly, "goal", ["3"], At(instant), TheStudy);

        Assert.Equal(outcome, result.Outcome);
    }

    [Fact]
    public void A_form_of_no_check_in_is_closed() =>
        Assert.Equal(FormOutcome.Closed, FormAnswering.Finish(new Decision(AParticipant()), "weekly-2025-01-02", Noon, TheStudy).Outcome);

    [Fact]
    public void The_form_shows_the_whole_goal_and_each_question_in_the_persons_language()
    {
        const string goal = "Go to the walking group in the park on Thursdays with Sam";
        Participant amira = AParticipant();
        amira = amira with
        {
            Profile = amira.Profile with { Language = "en-GB-easy" },
            Goals = [amira.Goals[0] with { Text = goal }],
        };

        FormState form = FormState.Of(amira, OpenWeekly(amira.InCheckIn()), TheStudy);

        Assert.Equal(6, form.Questions.Count);
        Assert.Equal($"How is your goal?\n{goal}", form.Questions[0].Text);
        Assert.Equal((3, 0), (form.PlaceOf("new-person"), form.PlaceOf("barrier")));
    }
}
