using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Forms;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Replies;
using static ConnectingPeople.Domain.Tests.Forms.Filled;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.Forms;

/// <summary>One check-in answered by text message and in the form: an answer by either moves both on.</summary>
public sealed class FormBesideTextTests
{
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
}
