using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Forms;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Replies;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.Forms;

public sealed class FormAnsweringTests
{
    private const string Weekly = "weekly-2026-01-08";

    private static readonly Instant Noon = At("2026-01-08T12:00Z");

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
    public void Words_that_worry_raise_an_alert_once_and_silence_what_would_follow_by_itself()
    {
        FormResult first = Answer(AParticipant().InCheckIn(), "anything-else", "I want to die");
        FormResult second = Answer(first.Decision.Person, "anything-else", "I want to die");

        Assert.True(first.Risk && second.Risk);
        Assert.Equal(RuleNames.RiskPhrase, first.Decision.Alerts.Single().Rule);
        Assert.True(first.Decision.Person.Conversation!.Quiet);
        Assert.Empty(second.Decision.Alerts);
    }

    [Fact]
    public void Words_that_worry_are_heard_even_where_they_are_no_answer()
    {
        FormResult first = Answer(AParticipant().InCheckIn(), "people", "I want to die");
        FormResult second = Answer(first.Decision.Person, "people", "I want to die");

        Assert.Equal((FormOutcome.Wrong, true), (first.Outcome, first.Risk));
        Assert.Equal(RuleNames.RiskPhrase, first.Decision.Alerts.Single().Rule);
        Assert.Equal(("I want to die", "people", true), (first.Decision.Heard!.Text, first.Decision.Heard.Question, first.Decision.Heard.Risk));
        Assert.True(second.Risk);
        Assert.Empty(second.Decision.Alerts);
        Assert.Equal("I want to die", second.Decision.Heard!.Text);
    }

    [Fact]
    public void Words_that_worry_after_somebody_took_note_of_earlier_ones_raise_an_alert_of_their_own()
    {
        Participant worried = Answer(AParticipant().InCheckIn(), "people", "I want to die").Decision.Person;
        Participant noted = Handling.Acknowledge(new Decision(worried), worried.Alerts.Single().Id, "pat@example.org", Noon).Person;

        FormResult again = Answer(noted, "people", "I want to die");

        Assert.Equal((RuleNames.RiskPhrase, AlertState.Raised), (again.Decision.Alerts.Single().Rule, again.Decision.Alerts.Single().State));
        Assert.NotEqual(worried.Alerts.Single().Id, again.Decision.Alerts.Single().Id);
    }

    [Fact]
    public void What_does_not_worry_is_not_overheard()
    {
        Decision before = new(AParticipant().InCheckIn());

        Assert.Same(before, FormAnswering.Overhear(before, Weekly, "people", ["a good week"], Noon, TheStudy));
    }

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
    public void A_text_message_that_answers_what_the_form_has_answered_is_not_taken_for_the_next_answer()
    {
        Participant amira = Answered(AParticipant().InCheckIn(), ("goal", "4"));

        Decision late = Replying.Decide(amira, Sms("3", "2026-01-08T12:05Z"), TheStudy);
        Decision next = Replying.Decide(late.Person, Sms("7", "2026-01-08T12:06Z"), TheStudy);

        Assert.StartsWith("How many different people", late.Texts().Single(), StringComparison.Ordinal);
        Assert.Equal([("goal", "4")], late.Person.Conversation!.Answers.Select(answer => (answer.Question, answer.Value)));
        Assert.Equal([("goal", "4"), ("people", "7")], next.Person.Conversation!.Answers.Select(answer => (answer.Question, answer.Value)));
    }

    [Fact]
    public void A_text_conversation_goes_on_after_what_the_form_answered()
    {
        Participant amira = Answered(AParticipant().InCheckIn(), ("people", "4"));

        Decision decision = Replying.Decide(amira, Sms("3", "2026-01-08T12:05Z"), TheStudy);

        Assert.Equal("new-person", decision.Person.Conversation!.Question);
    }

    [Fact]
    public void What_a_text_message_could_not_make_clear_can_be_answered_in_the_form_until_the_check_in_closes()
    {
        Participant amira = AParticipant().InCheckIn().Having("2 or 3", "sort of", "hmm", "4", "yes", "no", "5");
        Decision ended = Replying.Decide(amira, Sms("no"), TheStudy);
        FormState form = FormState.Of(ended.Person, OpenWeekly(ended.Person), TheStudy);
        FormResult unfinished = FormAnswering.Finish(new Decision(ended.Person), Weekly, Noon, TheStudy);
        FormResult answered = Answer(ended.Person, "goal", "4");
        FormResult finished = FormAnswering.Finish(answered.Decision, Weekly, Noon, TheStudy);

        Assert.Equal("Thanks Amira, that's all. One answer wasn't clear. Give it here: \uE001", ended.Texts().Single());
        Assert.Null(ended.Person.Talking);
        Assert.Equal("goal", form.Next!.Question.Id);
        Assert.Equal("goal", unfinished.Question);
        Assert.Equal(4, answered.Decision.CheckIns.Single().Answers.Single(answer => answer.Question == "goal").Attempts);
        Assert.Equal(CheckInStatus.Completed, finished.Decision.CheckIns.Single().Status);
    }

    [Fact]
    public void A_conversation_that_ended_without_one_answer_being_clear_closes_as_completed()
    {
        Participant amira = AParticipant().InCheckIn().Having("2 or 3", "sort of", "hmm", "4", "yes", "no", "5", "no");

        CheckIn closed = Waking.Decide(amira, At("2026-01-11T11:00Z"), TheStudy).CheckIns.Single();

        Assert.Equal((CheckInStatus.Completed, At("2026-01-08T11:08Z")), (closed.Status, closed.CompletedAt));
    }

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

    private static CheckIn OpenWeekly(Participant person) => person.CheckIns.Single(checkIn => checkIn.Id == Weekly);

    private static FormResult Answer(Participant person, string question, string entered) =>
        FormAnswering.Answer(new Decision(person), Weekly, question, [entered], Noon, TheStudy);

    private static Participant Answered(Participant person, params (string Question, string Value)[] answers) =>
        answers.Aggregate(person, (soFar, answer) => Answer(soFar, answer.Question, answer.Value).Decision.Person);

    private static Participant All(Participant person) =>
        Answered(person, ("goal", "3"), ("people", "4"), ("new-person", "yes"), ("activity", "yes"), ("connected", "5"), ("anything-else", "Good"));
}
