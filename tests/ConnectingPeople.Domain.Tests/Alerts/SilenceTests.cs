using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.Alerts;

/// <summary>The shipped rule: 28 days without a word.</summary>
public sealed class SilenceTests
{
    private const string Rule = RuleNames.Silence;

    private static readonly Instant Due = At("2026-02-02T09:00Z");

    private static readonly Participant Silent = AParticipant().LookedAt(Due);

    [Fact]
    public void Twenty_eight_days_since_enrolment_raise_an_alert_that_says_so() =>
        Assert.Equal("Nothing heard since 5 January 2026, for 28 days now.", Silent.Open(Rule)!.Summary);

    [Fact]
    public void A_second_less_raises_none() => Assert.Empty(AParticipant().LookedAt(Due - Duration.FromSeconds(1)).Alerts);

    [Fact]
    public void The_person_is_woken_for_it() =>
        Assert.Contains(Due, Alerting.Due(AParticipant(), At("2026-01-06T09:00Z"), TheStudy));

    [Fact]
    public void Any_word_puts_it_off()
    {
        Participant heard = AParticipant().Saying("hello", At("2026-01-20T09:00Z")).Person;

        Assert.Empty(heard.LookedAt(At("2026-02-17T08:59Z")).Alerts);
        Assert.Equal("Nothing heard since 20 January 2026, for 28 days now.", heard.LookedAt(At("2026-02-17T09:00Z")).Open(Rule)!.Summary);
    }

    [Fact]
    public void A_message_from_before_that_is_taken_late_does_not_move_the_last_word_back()
    {
        Participant heard = AParticipant().Saying("hello", At("2026-01-20T09:00Z")).Person;

        Decision late = Domain.Replies.Recovering.Decide(heard, Sms("hi", "2026-01-19T09:00Z"), true, At("2026-01-20T10:00Z"), TheStudy);

        Assert.Equal(At("2026-01-20T09:00Z"), late.Person.HeardAt);
    }

    [Fact]
    public void Whoever_is_not_to_be_written_to_is_not_expected_to_write()
    {
        Instant before = At("2026-01-06T09:00Z");
        Participant[] people =
        [
            Pausing.Pause(new Decision(AParticipant()), null, before).Person,
            AParticipant() with { OptIn = OptIn.Out },
            AParticipant() with { Unreachable = "30005" },
            Pausing.Withdraw(new Decision(AParticipant()), before).Person,
        ];

        Assert.All(people, person => Assert.Null(person.LookedAt(Due).Open(Rule)));
        Assert.All(people, person => Assert.DoesNotContain(Due, Alerting.Due(person, before, TheStudy)));
    }

    [Fact]
    public void The_end_of_a_pause_begins_it_anew()
    {
        Participant back = Pausing.Resume(Pausing.Pause(new Decision(AParticipant()), null, At("2026-01-06T09:00Z")), At("2026-03-01T09:00Z"), TheStudy).Person;

        Assert.Empty(back.LookedAt(At("2026-03-29T08:59Z")).Alerts);
        Assert.NotNull(back.LookedAt(At("2026-03-29T09:00Z")).Open(Rule));
    }

    [Fact]
    public void Consent_that_was_given_anew_is_a_word()
    {
        Participant stopped = AParticipant().Saying("STOP", At("2026-01-06T09:00Z")).Person;

        Decision back = Pausing.OptInAgain(new Decision(stopped), new Consent(new LocalDate(2026, 3, 1), "2"), At("2026-03-01T09:00Z"), TheStudy);

        Assert.Null(back.AssessedAndTold(At("2026-03-01T09:00Z")).Person.Open(Rule));
    }

    [Fact]
    public void A_word_closes_it() => Assert.Equal("They were in touch again.", Silent.Saying("hello", Due + Duration.FromDays(1)).Closed(Rule));

    [Fact]
    public void A_pause_closes_it() => Assert.Equal(
        "They aren't written to at present.",
        Pausing.Pause(new Decision(Silent), null, Due + Duration.FromDays(1)).AssessedAndTold(Due + Duration.FromDays(1)).Closed(Rule));

    [Fact]
    public void Resolved_it_is_raised_again_after_as_many_days_more()
    {
        Participant resolved = Silent.Resolving(Rule, Due + Duration.FromDays(1));

        Assert.Empty(resolved.LookedAt(At("2026-03-02T08:59Z")).Alerts);
        Assert.Contains(At("2026-03-02T09:00Z"), Alerting.Due(resolved, Due + Duration.FromDays(1), TheStudy));
        Assert.Equal("Nothing heard since 5 January 2026, for 56 days now.", resolved.LookedAt(At("2026-03-02T09:00Z")).Open(Rule)!.Summary);
    }
}
