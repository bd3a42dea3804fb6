using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Replies;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.Replies;

public sealed class ReplyingTests
{
    [Fact]
    public void An_answer_is_stored_beside_what_came_and_the_next_question_follows()
    {
        Decision decision = Replying.Decide(AParticipant().InCheckIn(), Sms("getting there!"), TheStudy);

        Answer answer = decision.CheckIns.Single().Answers.Single();
        Assert.Equal(("goal", "3", "getting there", "getting there!"), (answer.Question, answer.Value, answer.Label, answer.Raw));
        Assert.StartsWith("How many different people", decision.Texts().Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_barrier_is_asked_only_when_the_goal_is_stuck()
    {
        Participant stuck = AParticipant().InCheckIn().Having("1", "4", "no", "no", "3");
        Participant moving = AParticipant().InCheckIn().Having("3", "4", "no", "no", "3");

        Assert.Equal("barrier", stuck.Conversation!.Question);
        Assert.Equal("anything-else", moving.Conversation!.Question);
    }

    [Fact]
    public void A_person_without_a_goal_is_not_asked_about_one()
    {
        Participant amira = AParticipant() with { Goals = [] };

        Assert.Equal("people", amira.InCheckIn().Conversation!.Question);
    }

    [Fact]
    public void What_is_not_understood_is_asked_again_once_differently_and_then_left()
    {
        Participant amira = AParticipant().InCheckIn();

        Decision first = Replying.Decide(amira, Sms("2 or 3"), TheStudy);
        Decision second = Replying.Decide(first.Person, Sms("sort of"), TheStudy);
        Decision third = Replying.Decide(second.Person, Sms("hmm"), TheStudy);

        Assert.StartsWith("Sorry, we didn't understand that.", first.Texts().Single(), StringComparison.Ordinal);
        Assert.Equal("Sorry, that's still not clear. Please send just one number from 1 to 4. Or send SKIP.", second.Texts().Single());
        Assert.StartsWith("Never mind, let's leave that one.\nHow many different people", third.Texts().Single(), StringComparison.Ordinal);
        Assert.Equal(AnswerOutcome.NotUnderstood, third.CheckIns.Single().Answers.Single().Outcome);
        Assert.Equal(3, third.CheckIns.Single().Answers.Single().Attempts);
    }

    [Fact]
    public void A_refusal_is_recorded_and_respected()
    {
        Decision decision = Replying.Decide(AParticipant().InCheckIn(), Sms("rather not say"), TheStudy);

        Assert.Equal(AnswerOutcome.Refused, decision.CheckIns.Single().Answers.Single().Outcome);
        Assert.Equal("people", decision.Person.Conversation!.Question);
    }

    [Fact]
    public void The_last_answer_completes_the_check_in_and_thanks()
    {
        Decision decision = Replying.Decide(AParticipant().InCheckIn().Having("3", "4", "yes", "yes", "5"), Sms("Had a good week"), TheStudy);

        Assert.Equal(CheckInStatus.Completed, decision.CheckIns.Single().Status);
        Assert.Null(decision.Person.Talking);
        Assert.StartsWith("Thank you, Amira.", decision.Texts().Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_call_can_be_asked_for_at_any_time()
    {
        foreach (Participant person in (Participant[])[AParticipant(), AParticipant().InCheckIn(), AParticipant().Having("STOP")])
        {
            Decision decision = Replying.Decide(person, Sms("can someone call me please"), TheStudy);

            Assert.Equal(RuleNames.AskedForACall, decision.Alerts.Single().Rule);
            Assert.Contains("ring you", decision.Texts().Single(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_pause_names_the_day_it_ends_on()
    {
        Decision decision = Replying.Decide(AParticipant().InCheckIn(), Sms("PAUSE"), TheStudy);

        Assert.Equal(Status.Paused, decision.Person.Status);
        Assert.Contains("Thursday 22 January", decision.Texts().Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_outside_a_check_in_is_acknowledged_once_a_day()
    {
        Decision first = Replying.Decide(AParticipant(), Sms("hello there"), TheStudy);
        Decision second = Replying.Decide(first.Person, Sms("are you there"), TheStudy);

        Assert.Contains("CALL ME", first.Texts().Single(), StringComparison.Ordinal);
        Assert.Empty(second.Texts());
        Assert.NotNull(second.Heard);
    }

    [Fact]
    public void An_answer_after_the_close_changes_no_answer()
    {
        Decision decision = Replying.Decide(AParticipant().InCheckIn(), Sms("3", "2026-01-11T11:30Z"), TheStudy);

        Assert.Empty(decision.CheckIns.Single(checkIn => checkIn.Id == "weekly-2026-01-08").Answers);
        Assert.Equal(CheckInStatus.Missed, decision.CheckIns.Single(checkIn => checkIn.Id == "weekly-2026-01-08").Status);
    }

    [Fact]
    public void A_picture_without_words_is_asked_for_in_words_and_counts_as_no_attempt()
    {
        Decision decision = Replying.Decide(AParticipant().InCheckIn(), Sms("") with { Media = 1 }, TheStudy);

        Assert.Contains("write it in words", decision.Texts().Single(), StringComparison.Ordinal);
        Assert.Equal(0, decision.Person.Conversation!.Misunderstood);
    }

    [Fact]
    public void A_message_from_a_number_that_could_not_be_reached_shows_that_it_can()
    {
        Participant amira = AParticipant() with { Unreachable = "30006" };

        Assert.Null(Replying.Decide(amira, Sms("hello"), TheStudy).Person.Unreachable);
    }
}
