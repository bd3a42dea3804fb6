using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.Alerts;

/// <summary>Whether messages reach the person, and whether the person wants them.</summary>
public sealed class ReachTests
{
    private static readonly Instant Now = Weeks.EndOf(0);

    [Fact]
    public void A_dead_number_raises_an_alert_with_what_to_do()
    {
        Participant amira = Sending.Report(new Decision(AParticipant()), "weekly-2026-01-08.remind.1", "weekly-2026-01-08", "30005", Now).AssessedAndTold(Now).Person;

        Assert.Equal("Messages can't reach this person (error 30005). Ask for a new number or address.", amira.Open(RuleNames.Undelivered)!.Summary);
    }

    [Fact]
    public void A_phone_that_was_off_raises_one_at_once_that_stays_the_same_when_the_check_in_ends()
    {
        Participant amira = AParticipant().InCheckIn();

        amira = Sending.Report(new Decision(amira), "weekly-2026-01-08.ask.1", "weekly-2026-01-08", "30003", At("2026-01-08T12:00Z")).Assessed("2026-01-08T12:00Z").Person;
        Participant after = amira.Woken("2026-01-11T11:00Z");

        Assert.Equal("The check-in of 8 January 2026 didn't reach this person. The next one goes as usual.", amira.Open(RuleNames.Undelivered)!.Summary);
        Assert.Equal(amira.Open(RuleNames.Undelivered)!.Id, after.Alerts.Single().Id);
    }

    [Fact]
    public void The_same_dead_number_is_not_told_again_once_somebody_resolved_it()
    {
        Participant resolved = (AParticipant() with { Unreachable = "30005" }).LookedAt(Now).Resolving(RuleNames.Undelivered, Now);

        Assert.Empty(resolved.LookedAt(Weeks.EndOf(1)).Alerts);
    }

    [Fact]
    public void The_next_check_in_that_does_not_arrive_is_another_cause()
    {
        Participant resolved = AParticipant().Ending(CheckInStatus.Undelivered, 0).Resolving(RuleNames.Undelivered, Now);

        Assert.Empty(resolved.LookedAt(Weeks.EndOf(1)).Alerts);
        Assert.NotNull(resolved.Ending(CheckInStatus.Undelivered, 1).Open(RuleNames.Undelivered));
    }

    [Theory]
    [InlineData("30005")]
    [InlineData(null)]
    public void A_word_from_the_person_closes_it(string? code)
    {
        Participant amira = code is null ? AParticipant().Ending(CheckInStatus.Undelivered, 0) : (AParticipant() with { Unreachable = code }).LookedAt(Now);

        Assert.Equal("Messages reach them again.", amira.Saying("hello", Now + Duration.FromDays(1)).Closed(RuleNames.Undelivered));
    }

    [Fact]
    public void STOP_raises_an_alert_and_START_closes_it()
    {
        Participant stopped = AParticipant().Saying("STOP", Now).Person;
        Assert.Equal("This person has opted out of our messages, so check-ins don't reach them any more.", stopped.Open(RuleNames.OptedOut)!.Summary);

        Decision back = stopped.Saying("START", Now + Duration.FromDays(1));

        Assert.Equal("They take messages again.", back.Closed(RuleNames.OptedOut));
    }

    [Fact]
    public void An_ordinary_word_after_STOP_closes_nothing_and_raises_nothing_more()
    {
        Participant stopped = AParticipant().Saying("STOP", Now).Person;

        Assert.NotNull(stopped.Saying("hello", Now + Duration.FromDays(1)).Person.Open(RuleNames.OptedOut));
        Assert.Empty(stopped.Resolving(RuleNames.OptedOut, Now).Saying("STOP", Now + Duration.FromDays(1)).Person.Alerts);
    }

    [Fact]
    public void STOP_after_START_is_told_again()
    {
        Participant back = AParticipant().Saying("STOP", Now).Person.Saying("START", Now + Duration.FromDays(1)).Person;

        Assert.Equal("opted-out-2026-01-13", back.Saying("STOP", Now + Duration.FromDays(2)).Person.Open(RuleNames.OptedOut)!.Id);
    }
}
