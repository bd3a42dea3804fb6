using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.CheckIns;

public sealed class WakingTests
{
    [Fact]
    public void A_check_in_starts_on_its_day_at_its_time_with_a_greeting_and_how_to_stop()
    {
        Participant amira = AParticipant();

        Decision decision = Waking.Decide(amira, At("2026-01-08T11:00Z"), TheStudy);

        string text = Assert.Single(decision.Texts());
        Assert.StartsWith("Hi Amira, Connecting People.", text, StringComparison.Ordinal);
        Assert.Contains("STOP", text, StringComparison.Ordinal);
        Assert.Equal("weekly-2026-01-08.ask.1", decision.Send.Single().Id);
    }

    [Fact]
    public void Nothing_starts_a_minute_early()
    {
        Decision decision = Waking.Decide(AParticipant(), At("2026-01-08T10:59Z"), TheStudy);

        Assert.Empty(decision.Send);
        Assert.Equal(At("2026-01-08T11:00Z"), Waking.Next(decision, At("2026-01-08T10:59Z"), TheStudy));
    }

    [Fact]
    public void A_check_in_that_is_late_by_some_hours_still_starts_the_same_day()
    {
        Decision decision = Waking.Decide(AParticipant(), At("2026-01-08T19:30Z"), TheStudy);

        Assert.Single(decision.Send);
    }

    [Fact]
    public void A_check_in_that_missed_its_day_is_cancelled_and_never_sent()
    {
        Decision decision = Waking.Decide(AParticipant(), At("2026-01-08T20:00Z"), TheStudy);

        Assert.Empty(decision.Send);
        Assert.Equal(CheckInStatus.Cancelled, decision.CheckIns.Single(checkIn => checkIn.Id == "weekly-2026-01-08").Status);
    }

    [Fact]
    public void After_three_weeks_away_each_missed_occurrence_is_cancelled_once_and_only_the_present_one_starts()
    {
        Decision decision = Waking.Decide(AParticipant(), At("2026-01-29T12:00Z"), TheStudy);

        Assert.Equal(
            ["weekly-2026-01-08", "weekly-2026-01-15", "weekly-2026-01-22"],
            decision.CheckIns.Where(checkIn => checkIn.Status == CheckInStatus.Cancelled).Select(checkIn => checkIn.Id));
        Assert.Equal("weekly-2026-01-29.ask.1", decision.Send.Single().Id);
    }

    [Fact]
    public void A_late_policy_of_next_window_allows_the_next_day_with_sending_hours()
    {
        Study study = TheStudy with { CheckIns = [TheStudy.CheckIns[0] with { Late = LatePolicy.NextWindow }] };

        Assert.Empty(Waking.Decide(AParticipant(), At("2026-01-08T20:30Z"), study).Send);
        Assert.Single(Waking.Decide(AParticipant(), At("2026-01-09T09:00Z"), study).Send);
        Assert.Empty(Waking.Decide(AParticipant(), At("2026-01-09T20:00Z"), study).Send);
    }

    [Fact]
    public void A_late_policy_of_send_allows_any_day_before_the_next_is_due()
    {
        Study study = TheStudy with { CheckIns = [TheStudy.CheckIns[0] with { Late = LatePolicy.Send }] };

        Assert.Single(Waking.Decide(AParticipant(), At("2026-01-14T10:00Z"), study).Send);
    }

    [Fact]
    public void Waking_twice_at_one_instant_is_waking_once()
    {
        Participant once = AParticipant().Woken("2026-01-08T11:00Z");

        Decision again = Waking.Decide(once, At("2026-01-08T11:00Z"), TheStudy);

        Assert.Equal(once, again.Person);
        Assert.Empty(again.Send);
    }

    [Fact]
    public void A_person_who_is_silent_is_reminded_a_day_later_with_the_question()
    {
        Participant amira = AParticipant().InCheckIn();

        Decision early = Waking.Decide(amira, At("2026-01-09T10:59Z"), TheStudy);
        Decision due = Waking.Decide(amira, At("2026-01-09T11:00Z"), TheStudy);

        Assert.Empty(early.Send);
        Assert.Contains("Join the walking group", Assert.Single(due.Texts()), StringComparison.Ordinal);
        Assert.Equal("weekly-2026-01-08.remind.1", due.Send.Single().Id);
    }

    [Fact]
    public void A_person_is_reminded_as_often_as_the_definition_says_and_no_more()
    {
        Participant amira = AParticipant().InCheckIn().Woken("2026-01-09T11:00Z");

        Assert.Empty(Waking.Decide(amira, At("2026-01-10T19:00Z"), TheStudy).Send);
    }

    [Fact]
    public void A_reminder_waits_for_sending_hours()
    {
        Participant amira = AParticipant(time: "19:30").Woken("2026-01-08T19:30Z").Having();
        Study late = TheStudy with { CheckIns = [TheStudy.CheckIns[0] with { RemindAfter = [Period.FromHours(2)] }] };

        Assert.Empty(Waking.Decide(amira, At("2026-01-08T21:30Z"), late).Send);
        Assert.Single(Waking.Decide(amira, At("2026-01-09T09:00Z"), late).Send);
    }

    [Theory]
    [InlineData(0, CheckInStatus.Missed)]
    [InlineData(2, CheckInStatus.Partial)]
    public void A_check_in_closes_after_its_time_by_what_was_answered(int answers, CheckInStatus expected)
    {
        Participant amira = AParticipant().InCheckIn().Having([.. Enumerable.Repeat("3", answers)]);

        Decision decision = Waking.Decide(amira, At("2026-01-11T11:00Z"), TheStudy);

        CheckIn closed = decision.CheckIns.Single(checkIn => checkIn.Wave is null);
        Assert.Equal(expected, closed.Status);
        Assert.Null(decision.Person.Talking);
    }

    [Fact]
    public void A_person_gets_no_more_than_the_days_number_of_messages()
    {
        Participant amira = AParticipant() with { Sent = new DayCount(new LocalDate(2026, 1, 8), 3) };

        Assert.Empty(Waking.Decide(amira, At("2026-01-08T11:00Z"), TheStudy).Send);
    }

    [Fact]
    public void A_wave_by_text_goes_before_the_check_in_of_the_same_moment()
    {
        Participant amira = AParticipant(enrolled: "2026-01-08T09:00Z").Woken("2026-01-08T09:01Z");
        Instant due = At("2026-10-08T10:00Z");

        Decision decision = Waking.Decide(amira with { Handled = amira.Handled.Append(new("weekly", new LocalDate(2026, 10, 1))).ToDictionary() }, due, TheStudy);

        Assert.Equal("nine-month-2026-10-08.ask.1", decision.Send.Single().Id);
    }

    [Fact]
    public void A_wave_by_interview_opens_without_a_message_and_closes_unanswered_as_missed()
    {
        Participant amira = AParticipant();

        Decision opened = Waking.Decide(amira, At("2026-01-05T09:01Z"), TheStudy);
        Decision closed = Waking.Decide(opened.Person with { Handled = opened.Person.Handled.Append(new("weekly", new LocalDate(2026, 2, 12))).ToDictionary() }, At("2026-02-16T00:00Z"), TheStudy);

        Assert.Empty(opened.Send);
        Assert.Equal("baseline-2026-01-05", opened.CheckIns.Single().Id);
        Assert.Equal(CheckInStatus.Missed, closed.CheckIns.Single(checkIn => checkIn.Wave == "baseline").Status);
    }

    [Fact]
    public void Nobody_who_withdrew_is_woken_again()
    {
        Participant amira = Pausing.Withdraw(new Decision(AParticipant()), At("2026-01-06T09:00Z")).Person;

        Decision decision = Waking.Decide(amira, At("2026-01-08T11:00Z"), TheStudy);

        Assert.Equal(amira, decision.Person);
        Assert.Null(Waking.Next(decision, At("2026-01-08T11:00Z"), TheStudy));
    }

    [Fact]
    public void A_pause_ends_by_itself_and_what_fell_due_meanwhile_is_passed_over()
    {
        Participant amira = Pausing.Pause(new Decision(AParticipant()), At("2026-01-20T00:00Z"), At("2026-01-06T09:00Z")).Person;

        Assert.Empty(Waking.Decide(amira, At("2026-01-08T11:00Z"), TheStudy).Send);
        Decision resumed = Waking.Decide(amira, At("2026-01-20T00:00Z"), TheStudy);

        Assert.Equal(Status.Active, resumed.Person.Status);
        Assert.Empty(resumed.Send);
        Assert.DoesNotContain(resumed.CheckIns, checkIn => checkIn.Id.StartsWith("weekly", StringComparison.Ordinal));
        Assert.Equal(At("2026-01-22T11:00Z"), Waking.Next(resumed, At("2026-01-20T00:00Z"), TheStudy));
    }
}
