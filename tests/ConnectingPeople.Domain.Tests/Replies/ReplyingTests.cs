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
        Participant stuck = AParticipant().InCheckIn().Having("1", "4", "no", "3");
        Participant moving = AParticipant().InCheckIn().Having("3", "4", "no", "3");

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
        Decision decision = Replying.Decide(AParticipant().InCheckIn().Having("3", "4", "yes", "5"), Sms("Had a good week"), TheStudy);

        Assert.Equal(CheckInStatus.Completed, decision.CheckIns.Single().Status);
        Assert.Null(decision.Person.Talking);
        Assert.StartsWith("Thank you, Amira.", decision.Texts().Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_stop_in_other_words_in_the_middle_of_a_check_in_closes_it_and_confirms_once()
    {
        Participant amira = AParticipant().InCheckIn().Having("3");

        Decision decision = Replying.Decide(amira, Sms("please stop texting me"), TheStudy);
        Decision again = Replying.Decide(decision.Person, Sms("please stop texting me"), TheStudy);

        Assert.Equal(OptIn.Out, decision.Person.OptIn);
        Assert.Equal(CheckInStatus.Partial, decision.CheckIns.Single().Status);
        Assert.Equal(["You won't get any more messages from us. Thank you for taking part. Reply START to hear from us again."], decision.Texts());
        Assert.Equal(AlertRules.OptedOut, decision.Alerts.Single().Rule);
        Assert.Empty(again.Texts());
    }

    [Fact]
    public void A_standard_stop_is_left_to_the_carrier_to_confirm()
    {
        Decision decision = Replying.Decide(AParticipant().InCheckIn(), Sms("STOP"), TheStudy);

        Assert.Equal(OptIn.Out, decision.Person.OptIn);
        Assert.Null(decision.Reply);
    }

    [Fact]
    public void A_standard_stop_is_confirmed_by_the_app_where_the_carrier_does_not_handle_it()
    {
        Decision decision = Replying.Decide(AParticipant().InCheckIn(), Sms("STOP") with { CarrierAnswers = false }, TheStudy);

        Assert.Equal(OptIn.Out, decision.Person.OptIn);
        Assert.NotNull(decision.Reply);
    }

    [Fact]
    public void An_opt_out_that_the_carrier_reports_holds_whatever_the_words_were()
    {
        Decision decision = Replying.Decide(AParticipant().InCheckIn(), Sms("arret") with { Carrier = CarrierAction.OptedOut }, TheStudy);

        Assert.Equal(OptIn.Out, decision.Person.OptIn);
        Assert.Null(decision.Reply);
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("hello")]
    [InlineData("3")]
    [InlineData("PAUSE")]
    public void Only_START_undoes_STOP(string ordinary)
    {
        Participant stopped = AParticipant().InCheckIn().Having("STOP");

        Assert.Equal(OptIn.Out, Replying.Decide(stopped, Sms(ordinary), TheStudy).Person.OptIn);
        Assert.Equal(OptIn.In, Replying.Decide(stopped, Sms("START"), TheStudy).Person.OptIn);
    }

    [Fact]
    public void After_START_nothing_that_fell_due_before_is_sent()
    {
        Participant stopped = AParticipant().Having("STOP");

        Participant back = Replying.Decide(stopped, Sms("START", "2026-01-22T15:00Z"), TheStudy).Person;

        Assert.Empty(Waking.Decide(back, At("2026-01-22T15:01Z"), TheStudy).Send);
        Assert.Single(Waking.Decide(back, At("2026-01-29T11:00Z"), TheStudy).Send);
    }

    [Fact]
    public void Words_that_worry_are_answered_with_signposting_at_once_and_tell_a_human_whatever_the_question()
    {
        Decision decision = Replying.Decide(AParticipant().InCheckIn(), Sms("1 i want to die"), TheStudy);

        Assert.Equal((AlertRules.RiskPhrase, Severity.Urgent), (decision.Alerts.Single().Rule, decision.Alerts.Single().Severity));
        Assert.Contains("999", decision.Texts().Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("How many", decision.Texts().Single(), StringComparison.Ordinal);
        Assert.Equal("1", decision.CheckIns[^1].Answers.Single().Value);
    }

    [Fact]
    public void No_cheerful_reminder_follows_words_that_worried()
    {
        Participant amira = AParticipant().InCheckIn().Having("i want to die");

        Assert.Empty(Waking.Decide(amira, At("2026-01-09T19:00Z"), TheStudy).Send);
    }

    [Fact]
    public void Words_that_worry_with_a_stop_are_answered_with_both()
    {
        Decision decision = Replying.Decide(AParticipant().InCheckIn(), Sms("stop texting me i want to die"), TheStudy);

        Assert.Equal(OptIn.Out, decision.Person.OptIn);
        Assert.Contains("999", decision.Reply, StringComparison.Ordinal);
        Assert.Contains("START", decision.Reply, StringComparison.Ordinal);
        Assert.Equal([AlertRules.OptedOut, AlertRules.RiskPhrase], decision.Alerts.Select(alert => alert.Rule).Order());
    }

    [Fact]
    public void Words_that_worry_are_seen_from_people_who_stopped_paused_or_left()
    {
        Participant[] people =
        [
            AParticipant().Having("STOP"),
            Pausing.Pause(new Decision(AParticipant()), null, At("2026-01-06T09:00Z")).Person,
            Pausing.Withdraw(new Decision(AParticipant()), At("2026-01-06T09:00Z")).Person,
        ];

        foreach (Participant person in people)
        {
            Decision decision = Replying.Decide(person, Sms("i want to kill myself"), TheStudy);

            Assert.Contains(decision.Alerts, alert => alert.Rule == AlertRules.RiskPhrase);
            Assert.Contains("999", decision.Reply, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_second_worrying_message_on_one_day_raises_a_second_alert()
    {
        Participant once = AParticipant().Having("i want to die");

        Assert.Equal("risk-phrase-2026-01-08.2", Replying.Decide(once, Sms("i want to die"), TheStudy).Alerts.Single().Id);
    }

    [Fact]
    public void A_call_can_be_asked_for_at_any_time()
    {
        foreach (Participant person in (Participant[])[AParticipant(), AParticipant().InCheckIn(), AParticipant().Having("STOP")])
        {
            Decision decision = Replying.Decide(person, Sms("can someone call me please"), TheStudy);

            Assert.Equal(AlertRules.AskedForACall, decision.Alerts.Single().Rule);
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
