using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Replies;
using static ConnectingPeople.Domain.Tests.Alerts.Worry;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.Alerts;

/// <summary>From raised to resolved: who hears of it when, and who has done what.</summary>
public sealed class HandingTests
{
    [Fact]
    public void What_is_raised_is_handed_over_at_once_and_again_after_two_minutes_when_nobody_was_told()
    {
        Decision raised = Reply(AParticipant(), "i want to die", Night);

        Assert.Equal([Risk], raised.Tell);
        Assert.Equal(Night + Duration.FromMinutes(2), Alerting.Due(raised.Person, Night, TheStudy).Min());
        Assert.Empty(Look(raised.Person, "03:01").Tell);
        Assert.Equal([Risk], Look(raised.Person, "03:02").Tell);
    }

    [Fact]
    public void What_is_not_urgent_has_ten_minutes() => Assert.Equal(
        Night + Duration.FromMinutes(10), Alerting.Due(Reply(AParticipant(), "call me", Night).Person, Night, TheStudy).Min());

    [Fact]
    public void Told_it_waits_to_be_acknowledged()
    {
        Participant told = Told(Worrying, Audience.Practitioner, Pat, "03:01");

        Assert.Equal((AlertState.Notified, null), (told.Find(Risk)!.State, told.Find(Risk)!.TellAt));
        Assert.Equal(new AlertStep(AlertAct.Notified, Clock("03:01"), Pat, "email"), told.Find(Risk)!.Steps[^1]);
        Assert.Equal(Clock("03:30"), Alerting.Due(told, Clock("03:01"), TheStudy).Min());
    }

    [Fact]
    public void Words_that_worry_go_to_the_supervisors_after_half_an_hour_by_the_clock_not_a_second_earlier()
    {
        Participant told = Told(Worrying, Audience.Practitioner, Pat, "03:01");

        Assert.Empty(Alerting.Assess(new Decision(told), Clock("03:30") - Duration.FromSeconds(1), TheStudy).Tell);
        Decision escalated = Look(told, "03:30");

        Assert.Equal([Risk], escalated.Tell);
        Assert.Equal(Audience.Supervisors, escalated.Person.Find(Risk)!.Audience);
        Assert.Equal("not acknowledged in time", escalated.Person.Find(Risk)!.Last(AlertAct.Escalated)!.What);
        Assert.Null(escalated.Person.Find(Risk)!.EscalatesAt);
    }

    [Theory]
    [InlineData("2026-01-09T16:00Z", "2026-01-12T16:00Z")] // Friday afternoon to Monday afternoon
    [InlineData("2026-01-11T03:00Z", "2026-01-13T09:00Z")] // Sunday night: as of Monday morning
    [InlineData("2026-04-02T10:00Z", "2026-04-07T10:00Z")] // Maundy Thursday to the Tuesday after Easter
    [InlineData("2026-03-27T12:00Z", "2026-03-30T11:00Z")] // noon in winter to noon in summer
    [InlineData("2026-12-24T10:00Z", "2026-12-29T10:00Z")] // Christmas and its substitute day
    public void A_wish_to_be_called_has_one_working_day(string raised, string escalates) =>
        Assert.Equal(At(escalates), Reply(AParticipant(), "call me", At(raised)).Person.Alerts.Single().EscalatesAt);

    [Fact]
    public void Acknowledged_it_goes_to_nobody_else()
    {
        Participant acknowledged = Handling.Acknowledge(new Decision(Worrying), Risk, Pat, Clock("03:05")).Person;

        Assert.Empty(Look(acknowledged, "05:00").Tell);
        Assert.Equal((AlertState.Acknowledged, null, null), (acknowledged.Find(Risk)!.State, acknowledged.Find(Risk)!.TellAt, acknowledged.Find(Risk)!.EscalatesAt));
    }

    [Fact]
    public void Whoever_acknowledges_or_resolves_second_changes_nothing()
    {
        Decision acknowledged = Handling.Acknowledge(new Decision(Worrying), Risk, Pat, Clock("03:05"));
        Decision resolved = Handling.Resolve(acknowledged, Risk, Pat, "rang her", Clock("03:10"));

        Assert.Same(acknowledged, Handling.Acknowledge(acknowledged, Risk, Sue, Clock("03:06")));
        Assert.Same(resolved, Handling.Acknowledge(resolved, Risk, Sue, Clock("03:11")));
        Assert.Same(resolved, Handling.Resolve(resolved, Risk, Sue, "me too", Clock("03:11")));
        Assert.Equal(new AlertStep(AlertAct.Resolved, Clock("03:10"), Pat, "rang her"), resolved.Alerts.Single().Steps[^1]);
    }

    [Fact]
    public void News_that_it_was_told_comes_too_late_to_undo_an_acknowledgement()
    {
        Participant acknowledged = Handling.Acknowledge(new Decision(Worrying), Risk, Pat, Clock("03:05")).Person;

        Assert.Equal(AlertState.Acknowledged, Told(acknowledged, Audience.Practitioner, Pat, "03:06").Find(Risk)!.State);
    }

    [Fact]
    public void Nobody_reached_goes_to_the_supervisors_and_from_there_to_everybody()
    {
        Decision first = Handing.NotReached(new Decision(Worrying), Risk, Audience.Practitioner, Pat, Clock("03:01")).Assess("03:01");
        Decision second = Handing.NotReached(new Decision(first.Person), Risk, Audience.Supervisors, null, Clock("03:02")).Assess("03:02");

        Assert.Equal((Audience.Supervisors, Risk), (first.Person.Find(Risk)!.Audience, first.Tell.Single()));
        Assert.Equal((Audience.LastResort, Risk), (second.Person.Find(Risk)!.Audience, second.Tell.Single()));
    }

    [Fact]
    public void Everybody_is_tried_each_hour_and_the_record_does_not_grow()
    {
        Participant lost = LastResort();
        int steps = Missed(lost, "03:03").Find(Risk)!.Steps.Count;
        for (int hour = 4; hour < 9; hour++)
        {
            Decision again = Look(Missed(lost, "03:03"), $"0{hour}:03");
            Assert.Equal([Risk], again.Tell);
            lost = Missed(again.Person, $"0{hour}:03");
        }

        Assert.Equal(steps, lost.Find(Risk)!.Steps.Count);
        Assert.Equal(Clock("09:03"), lost.Find(Risk)!.TellAt);
    }

    [Fact]
    public void Each_message_that_worries_is_an_alert_of_its_own_and_none_ever_closes_itself()
    {
        Participant twice = Reply(Worrying, "i want to die", Clock("03:01")).Person;
        Participant better = Reply(twice, "I'm fine now", Clock("09:00")).Person;
        Participant gone = Pausing.Withdraw(new Decision(better), Clock("10:00")).Assess("10:00").Person;

        Assert.Equal([Risk, $"{Risk}.2"], gone.Alerts.Select(alert => alert.Id));
    }

    [Fact]
    public void A_wish_to_be_called_is_one_alert_that_only_a_human_closes_and_is_told_again_after_an_acknowledgement()
    {
        Participant asked = Told(Reply(AParticipant(), "call me", Night).Person, Audience.Practitioner, Pat, "03:01", alert: Call);
        Participant twice = Reply(asked, "call me", Clock("03:02")).Person;
        Participant again = Reply(Handling.Acknowledge(new Decision(twice), Call, Pat, Clock("03:03")).Person, "call me", Clock("03:04")).Person;

        Assert.Equal((1, AlertState.Notified), (twice.Alerts.Count, twice.Find(Call)!.State));
        Assert.Equal((1, AlertState.Raised), (again.Alerts.Count, again.Find(Call)!.State));
        Assert.NotNull(again.Find(Call)!.TellAt);
        Assert.NotNull(again.Find(Call)!.EscalatesAt);
        Assert.NotNull(Reply(again, "hello", Clock("09:00")).Person.Find(Call));
    }

    [Fact]
    public void Somebody_who_has_left_and_asks_for_a_call_is_heard()
    {
        Participant gone = Pausing.Withdraw(new Decision(AParticipant()), Night).Person;

        Assert.Equal([Call], Reply(gone, "call me", Clock("03:01")).Tell);
    }

    [Fact]
    public void A_worrying_message_that_is_taken_hours_late_goes_to_the_practitioner_at_once_and_to_the_supervisors_right_after()
    {
        Decision recovered = Recovering.Decide(AParticipant(), Sms("i want to die", Night), true, Clock("08:00"), TheStudy).Assess("08:00");

        Assert.Equal([Risk], recovered.Tell);
        Assert.Equal((Audience.Practitioner, Night), (recovered.Person.Find(Risk)!.Audience, recovered.Person.Find(Risk)!.RaisedAt));
        Assert.Equal(Audience.Supervisors, Look(recovered.Person, "08:02").Person.Find(Risk)!.Audience);
    }

    [Fact]
    public void A_worrying_message_of_an_earlier_day_never_takes_the_place_of_another_alert()
    {
        Participant before = Reply(Worrying, "i want to die", At("2026-01-12T09:00Z")).Person;

        Decision late = Recovering.Decide(before, Sms("i want to die", Clock("20:00")), true, At("2026-01-12T10:00Z"), TheStudy);

        Assert.Equal([Risk, "risk-phrase-2026-01-12", "risk-phrase-2026-01-12.2"], late.Person.Alerts.Select(alert => alert.Id));
    }

    [Fact]
    public void Very_many_that_are_due_at_once_are_handed_over_in_pieces_that_can_be_stored()
    {
        Participant amira = AParticipant().InCheckIn();
        Instant at = At("2026-01-08T11:01Z");
        for (int i = 0; i < 110; i++)
        {
            at += Duration.FromMilliseconds(400);
            amira = Alerting.Assess(Replying.Decide(amira, new Inbound($"SM{i}", "i want to die", at), TheStudy), at, TheStudy).Person;
        }

        HashSet<string> told = [];
        Instant now = At("2026-01-08T11:35Z");
        for (int woken = 0; woken < 3; woken++)
        {
            Decision decision = Alerting.Assess(Waking.Decide(amira, now, TheStudy), now, TheStudy);
            Assert.InRange(decision.Alerts.Count, 1, 40);
            told.UnionWith(decision.Tell);
            amira = decision.Person;
            now += Duration.FromMinutes(1);
        }

        Assert.Equal(110, told.Count);
    }
}
