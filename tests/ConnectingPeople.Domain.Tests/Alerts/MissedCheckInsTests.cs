using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.Alerts;

/// <summary>The shipped rule: three check-ins in a row without an answer.</summary>
public sealed class MissedCheckInsTests
{
    private const string Rule = RuleNames.MissedCheckIns;

    private static readonly Participant Silent = AParticipant().Ending(CheckInStatus.Missed, 0, 1, 2);

    [Fact]
    public void Three_in_a_row_raise_an_alert_that_says_so()
    {
        Alert alert = Silent.Open(Rule)!;

        Assert.Equal("No answer to 3 check-ins in a row; the last one ended on 25 January 2026.", alert.Summary);
        Assert.Equal(("missed-check-ins-2026-01-25", Severity.Soon, Weeks.EndOf(2)), (alert.Id, alert.Severity, alert.RaisedAt));
    }

    [Fact]
    public void Two_raise_none() => Assert.Empty(AParticipant().Ending(CheckInStatus.Missed, 0, 1).Alerts);

    [Fact]
    public void An_answer_in_between_begins_anew() =>
        Assert.Empty(AParticipant().Ending(CheckInStatus.Missed, 0, 1).Answering(2, 3).Ending(CheckInStatus.Missed, 3, 4).Alerts);

    [Fact]
    public void So_does_any_word_between_check_ins() => Assert.Empty(AParticipant().Ending(CheckInStatus.Missed, 0, 1)
        .Saying("hello", Weeks.EndOf(1) + Duration.FromDays(1)).Person.Ending(CheckInStatus.Missed, 2).Alerts);

    [Fact]
    public void One_that_did_not_arrive_neither_counts_nor_begins_anew()
    {
        Participant amira = AParticipant().Ending(CheckInStatus.Missed, 0, 1).Ending(CheckInStatus.Undelivered, 2);

        Assert.Null(amira.Open(Rule));
        Assert.NotNull(amira.Ending(CheckInStatus.Missed, 3).Open(Rule));
    }

    [Fact]
    public void A_word_from_the_person_closes_it()
    {
        Decision decision = Silent.Saying("hello", Weeks.EndOf(2) + Duration.FromHours(2));

        Assert.Equal("They were in touch again.", decision.Closed(Rule));
        Assert.Empty(decision.Person.Alerts);
    }

    [Fact]
    public void An_answer_that_a_practitioner_writes_down_closes_it_too()
    {
        Participant amira = Waking.Decide(AParticipant(), At("2026-01-05T09:00Z"), TheStudy).Person.Ending(CheckInStatus.Missed, 0, 1, 2);

        Decision decision = Domain.FollowUps.Interviewing.Take(
            new Decision(amira), TheStudy.Waves[0], null, new Dictionary<string, Domain.FollowUps.InterviewValue?> { ["advice"] = null }, Weeks.EndOf(3), TheStudy)
            .Decision.AssessedAndTold(Weeks.EndOf(3));

        Assert.Equal("They were in touch again.", decision.Closed(Rule));
    }

    [Fact]
    public void Who_left_the_study_has_none()
    {
        Decision decision = Pausing.Withdraw(new Decision(Silent), Weeks.EndOf(3)).AssessedAndTold(Weeks.EndOf(3));

        Assert.Equal("They left the study.", decision.Closed(Rule));
    }

    [Fact]
    public void Resolved_it_is_not_raised_again_until_three_more()
    {
        Participant resolved = Silent.Resolving(Rule, Weeks.EndOf(2) + Duration.FromHours(1));

        Assert.Null(resolved.Ending(CheckInStatus.Missed, 3, 4).Open(Rule));
        Assert.StartsWith("No answer to 6 check-ins", resolved.Ending(CheckInStatus.Missed, 3, 4, 5).Open(Rule)!.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void After_an_answer_three_more_raise_it_again() =>
        Assert.Equal("missed-check-ins-2026-02-22", Silent.Answering(3, 3).Ending(CheckInStatus.Missed, 4, 5, 6).Open(Rule)!.Id);

    [Fact]
    public void Somebody_who_acknowledged_it_hears_of_three_more()
    {
        Participant acknowledged = Silent.Acknowledging(Rule, Weeks.EndOf(2) + Duration.FromHours(1)).Ending(CheckInStatus.Missed, 3, 4);
        Assert.Equal(AlertState.Acknowledged, acknowledged.Open(Rule)!.State);

        Decision decision = acknowledged.Ending(5, CheckInStatus.Missed, "g1", Weeks.EndOf(5), []);

        Alert again = decision.Person.Open(Rule)!;
        Assert.Equal((Silent.Open(Rule)!.Id, AlertState.Notified), (again.Id, again.State));
        Assert.StartsWith("No answer to 6 check-ins", again.Summary, StringComparison.Ordinal);
        Assert.Contains(again.Id, decision.Tell);
        Assert.NotNull(again.EscalatesAt);
    }

    [Fact]
    public void A_check_in_that_our_provider_never_took_was_not_missed()
    {
        Decision sent = Waking.Decide(AParticipant(), At("2026-01-08T11:00Z"), TheStudy);
        Participant waiting = Sending.Record(sent, sent.Send.Single(), new SendResult.TryLater(Duration.FromMinutes(1)), At("2026-01-08T11:00Z")).Person;

        Decision closed = Waking.Decide(waiting, At("2026-01-11T11:00Z"), TheStudy).Assessed("2026-01-11T11:00Z");

        Assert.Equal(CheckInStatus.Undelivered, closed.CheckIns.Single(checkIn => checkIn.Wave is null).Status);
        Assert.NotNull(closed.Person.Open(RuleNames.Undelivered));
    }
}
