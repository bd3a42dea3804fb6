using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Forms;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Replies;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.Forms;

/// <summary>Check-ins of a person who is written to by email.</summary>
public sealed class EmailCheckInTests
{
    private const string Weekly = "weekly-2026-01-08";

    [Fact]
    public void A_check_in_goes_by_email_with_how_many_questions_wait()
    {
        Outgoing email = Waking.Decide(ByEmail(), At("2026-01-08T11:00Z"), TheStudy).Send.Single();

        Assert.Equal((Way.Email, "A few questions for you"), (email.Way, email.Subject));
        Assert.Equal(
            "Hi \uE000,\n\nHere is your check-in from Connecting People. There are 6 short questions. You can leave out any of them.", email.Text);
    }

    [Fact]
    public void A_reminder_counts_what_is_left()
    {
        Participant amira = ByEmail().InCheckIn();
        amira = FormAnswering.Answer(new Decision(amira), Weekly, "goal", ["3"], At("2026-01-08T12:00Z"), TheStudy).Decision.Person;

        Outgoing email = Waking.Decide(amira, At("2026-01-09T12:00Z"), TheStudy).Send.Single();

        Assert.Equal((Way.Email, "Your questions are still here"), (email.Way, email.Subject));
        Assert.Contains("with 5 short questions", email.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_message_is_no_answer_to_what_an_email_asks()
    {
        Decision decision = Replying.Decide(ByEmail().InCheckIn(), Sms("3"), TheStudy);

        Assert.Empty(decision.Person.Conversation!.Answers);
        Assert.Contains("CALL ME", decision.Texts().Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_that_was_recovered_is_answered_the_way_it_came()
    {
        Decision decision = Recovering.Decide(ByEmail().InCheckIn(), Sms("call me"), isLast: true, At("2026-01-08T12:00Z"), TheStudy);

        Assert.Equal(Way.Sms, decision.Send.Single().Way);
    }

    [Fact]
    public void A_link_in_the_answer_to_a_recovered_message_leads_to_its_check_in()
    {
        Participant amira = AParticipant().InCheckIn().Having("2 or 3", "sort of", "hmm", "4", "yes", "no", "5");

        Outgoing answer = Recovering.Decide(amira, Sms("no"), isLast: true, At("2026-01-08T12:00Z"), TheStudy).Send.Single();

        Assert.EndsWith("\uE001", answer.Text, StringComparison.Ordinal);
        Assert.Equal(Weekly, answer.CheckIn);
    }

    [Fact]
    public void An_email_whose_outcome_is_unknown_rests_until_nobody_wants_it_and_then_the_check_in_counts_as_undelivered()
    {
        Decision sent = Waking.Decide(ByEmail(), At("2026-01-08T11:00Z"), TheStudy);
        Participant amira = Sending.Record(sent, sent.Send.Single(), new SendResult.Unknown(), At("2026-01-08T11:00Z")).Person;

        Assert.Equal(At("2026-01-11T11:00Z"), amira.Outbox.Single().LookAt);
        Decision closed = Waking.Decide(amira, At("2026-01-11T11:00Z"), TheStudy);
        Assert.Equal(CheckInStatus.Undelivered, closed.CheckIns.Single().Status);
        Assert.Equal([$"{Weekly}.ask.1"], closed.Enqueue);
    }

    [Theory]
    [InlineData(ErrorCodes.Bounced, "bounced", OptIn.In)]
    [InlineData(ErrorCodes.Blocked, null, OptIn.In)]
    [InlineData(ErrorCodes.Unsubscribed, null, OptIn.Out)]
    public void What_becomes_of_an_email_has_its_consequence(string code, string? unreachable, OptIn optIn)
    {
        Decision decision = Sending.Report(new Decision(ByEmail().InCheckIn()), $"{Weekly}.ask.1", Weekly, code, At("2026-01-08T11:01Z"));

        Assert.Equal((unreachable, optIn), (decision.Person.Unreachable, decision.Person.OptIn));
    }

    [Fact]
    public void Whoever_answers_by_a_link_from_their_inbox_can_be_reached_there()
    {
        Participant amira = ByEmail().InCheckIn() with { Unreachable = ErrorCodes.Bounced };

        Assert.Null(FormAnswering.Answer(new Decision(amira), Weekly, "goal", ["3"], At("2026-01-08T12:00Z"), TheStudy).Decision.Person.Unreachable);
    }

    [Fact]
    public void A_wave_is_asked_by_email_too()
    {
        Participant amira = ByEmail() with { Handled = new Dictionary<string, LocalDate> { ["weekly"] = new(2026, 12, 31) } };

        Outgoing email = amira.Woken("2026-09-19T11:00Z") is var opened ? Waking.Decide(opened, At("2026-10-05T10:00Z"), TheStudy).Send.Single() : null!;

        Assert.Equal(("nine-month-2026-10-05.ask.1", Way.Email), (email.Id, email.Way));
        Assert.Contains("15 short questions", email.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wave_by_text_message_offers_the_form_in_its_first_message()
    {
        Participant amira = AParticipant() with { Handled = new Dictionary<string, LocalDate> { ["weekly"] = new(2026, 12, 31) } };

        Outgoing sms = Waking.Decide(amira.Woken("2026-09-19T11:00Z"), At("2026-10-05T10:00Z"), TheStudy).Send.Single();

        Assert.StartsWith("Hi \uE000, Connecting People. 15 questions today, here or at \uE001\n", sms.Text, StringComparison.Ordinal);
    }

    private static Participant ByEmail() => AParticipant() is var amira ? amira with { Profile = amira.Profile with { Channel = Channel.Email } } : null!;
}
