using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Replies;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.Replies;

/// <summary>What must never go wrong: a wish to stop, and words that worry.</summary>
public sealed class StoppingAndWorryTests
{
    [Fact]
    public void A_stop_in_other_words_in_the_middle_of_a_check_in_closes_it_and_confirms_once()
    {
        Participant amira = AParticipant().InCheckIn().Having("3");

        Decision decision = Replying.Decide(amira, Sms("please stop texting me"), TheStudy).Assessed("2026-01-08T11:20Z");
        Decision again = Replying.Decide(decision.Person, Sms("please stop texting me"), TheStudy);

        Assert.Equal(OptIn.Out, decision.Person.OptIn);
        Assert.Equal(CheckInStatus.Partial, decision.CheckIns.Single().Status);
        Assert.Equal(["You won't get any more messages from us. Thank you for taking part. Reply START to hear from us again."], decision.Texts());
        Assert.Equal(RuleNames.OptedOut, decision.Alerts.Single().Rule);
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

        Assert.Equal((RuleNames.RiskPhrase, Severity.Urgent), (decision.Alerts.Single().Rule, decision.Alerts.Single().Severity));
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
        Decision decision = Replying.Decide(AParticipant().InCheckIn(), Sms("stop texting me i want to die"), TheStudy).Assessed("2026-01-08T11:20Z");

        Assert.Equal(OptIn.Out, decision.Person.OptIn);
        Assert.Contains("999", decision.Reply, StringComparison.Ordinal);
        Assert.Contains("START", decision.Reply, StringComparison.Ordinal);
        Assert.Equal([RuleNames.OptedOut, RuleNames.RiskPhrase], decision.Alerts.Select(alert => alert.Rule).Order());
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

            Assert.Contains(decision.Alerts, alert => alert.Rule == RuleNames.RiskPhrase);
            Assert.Contains("999", decision.Reply, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_second_worrying_message_on_one_day_raises_a_second_alert()
    {
        Participant once = AParticipant().Having("i want to die");

        Assert.Equal("risk-phrase-2026-01-08.2", Replying.Decide(once, Sms("i want to die"), TheStudy).Alerts.Single().Id);
    }

    [Theory]
    [InlineData("Please stop texting me. Can you call me instead?")]
    [InlineData("stop texting me and ring me please")]
    public void Somebody_who_wants_a_call_instead_of_texts_gets_neither_forgotten(string text)
    {
        Decision decision = Replying.Decide(AParticipant().InCheckIn(), Sms(text), TheStudy).Assessed("2026-01-08T11:20Z");

        Assert.Equal(OptIn.Out, decision.Person.OptIn);
        Assert.Equal([RuleNames.AskedForACall, RuleNames.OptedOut], decision.Alerts.Select(alert => alert.Rule).Order());
    }

    [Theory]
    [InlineData("Help! please ring me")]
    [InlineData("HELP. i need someone to talk to")]
    public void A_wish_for_a_call_is_no_wish_for_help_with_the_messages(string text)
    {
        Decision decision = Replying.Decide(AParticipant().InCheckIn(), Sms(text), TheStudy);

        Assert.Equal(RuleNames.AskedForACall, decision.Alerts.Single().Rule);
        Assert.Equal("call-me", decision.Heard!.Outcome);
    }

    [Fact]
    public void After_signposting_nothing_is_taken_for_the_answer_to_a_question_that_was_not_put()
    {
        Participant amira = Replying.Decide(AParticipant().InCheckIn().Having("3"), Sms("0 i want to die"), TheStudy).Assessed("2026-01-08T11:20Z").Person;

        Decision after = Replying.Decide(amira, Sms("no", "2026-01-08T11:21Z"), TheStudy);

        Assert.Equal(["goal", "people"], after.Person.CheckIns.Single(checkIn => checkIn.Wave is null).Answers.Select(answer => answer.Question));
        Assert.DoesNotContain("group", after.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public void Worry_beside_no_answer_leaves_the_question_that_was_put_to_be_answered()
    {
        Participant amira = Replying.Decide(AParticipant().InCheckIn(), Sms("i want to die"), TheStudy).Assessed("2026-01-08T11:20Z").Person;

        Participant after = Replying.Decide(amira, Sms("3", "2026-01-08T11:21Z"), TheStudy).Person;

        Assert.Equal(["goal"], after.CheckIns.Single(checkIn => checkIn.Wave is null).Answers.Select(answer => answer.Question));
    }
}
