using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.Alerts;

/// <summary>The shipped rule: the nine-month window closes in 14 days, on 19 November 2026, and isn't answered.</summary>
public sealed class WaveOverdueTests
{
    private const string Rule = RuleNames.WaveOverdue;

    private static readonly Instant Closes = At("2026-11-19T00:00Z");

    private static readonly WaveDefinition NineMonth = TheStudy.Waves.Single(wave => wave.Id == "nine-month");

    private static readonly Participant Open = AParticipant() with
    {
        HeardAt = At("2026-10-30T09:00Z"),
        CheckIns =
        [
            new CheckIn
            {
                Id = "nine-month-2026-10-05",
                Questionnaire = "follow-up",
                Version = 1,
                Wave = "nine-month",
                DueAt = At("2026-10-05T10:00Z"),
                ClosesAt = Closes,
            },
        ],
    };

    [Fact]
    public void Two_weeks_before_the_window_closes_an_alert_says_so() => Assert.Equal(
        "The nine-month answers aren't complete, and their window closes on 19 November 2026.",
        Open.LookedAt(Closes - Duration.FromDays(14)).Open(Rule)!.Summary);

    [Fact]
    public void A_second_earlier_there_is_none_and_the_person_is_woken_for_it()
    {
        Instant early = Closes - Duration.FromDays(14) - Duration.FromSeconds(1);

        Assert.Empty(Open.LookedAt(early).Alerts);
        Assert.Contains(Closes - Duration.FromDays(14), Alerting.Due(Open, early, TheStudy));
    }

    [Fact]
    public void It_stays_when_the_window_closes_and_says_what_is_lost_where_nobody_was_told_before()
    {
        Participant told = Open.LookedAt(Closes - Duration.FromDays(14));

        Assert.NotNull(Close(told).Open(Rule));
        Assert.Equal("The nine-month answers weren't complete when their window closed on 19 November 2026.", Close(Open).Open(Rule)!.Summary);
    }

    [Fact]
    public void Complete_answers_close_it()
    {
        Participant told = Open.LookedAt(Closes - Duration.FromDays(14));
        CheckIn done = Closing.Closed(told.CheckIns[0] with { CompletedAt = Closes - Duration.FromDays(1) }, Closes - Duration.FromDays(1));

        Decision decision = new Decision(told).With(done).AssessedAndTold(Closes - Duration.FromDays(1));

        Assert.Equal("The answers are complete.", decision.Closed(Rule));
    }

    [Fact]
    public void Some_answers_do_not()
    {
        Participant told = Open.LookedAt(Closes - Duration.FromDays(14));
        Dictionary<string, InterviewValue?> one = new() { [Interviewing.Missing(told.CheckIns[0], TheStudy)[0]] = null };

        Decision decision = Interviewing.Take(new Decision(told), NineMonth, null, one, Closes - Duration.FromDays(2), TheStudy).Decision.AssessedAndTold(Closes - Duration.FromDays(2));

        Assert.NotNull(decision.Person.Open(Rule));
    }

    [Fact]
    public void Resolved_it_is_not_raised_again_when_the_window_closes()
    {
        Participant resolved = Open.LookedAt(Closes - Duration.FromDays(14)).Resolving(Rule, Closes - Duration.FromDays(13));

        Assert.Empty(Close(resolved).Alerts);
    }

    [Fact]
    public void The_baseline_is_none_of_its_business() =>
        Assert.Empty((Open with { CheckIns = [Open.CheckIns[0] with { Wave = "baseline" }] }).LookedAt(Closes).Alerts);

    private static Participant Close(Participant person) => Closing.CloseExpired(new Decision(person), Closes).AssessedAndTold(Closes).Person;
}
