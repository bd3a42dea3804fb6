using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.Alerts;

/// <summary>What answers tell over weeks: contacts, goals, barriers. Routine, for the practitioner to talk about.</summary>
public sealed class ProgressTests
{
    [Fact]
    public void Contacts_at_half_the_persons_own_beginning_raise_an_alert_with_the_figures() => Assert.Equal(
        "Time spent with 2 people a week on average in the last 3 answers; it was 4 at the start.",
        Counting(4, 5, 3, 2, 2, 2).Open(RuleNames.ContactsFalling)!.Summary);

    [Theory]
    [InlineData(4, 5, 3, 2, 2, 3)] // 2.33 of 4
    [InlineData(4, 5, 3, 1, 1)] // not enough answers yet
    [InlineData(0, 0, 0, 0, 0, 0)] // few from the beginning, as some like it
    [InlineData(1, 1, 1, 1, 1, 1)]
    public void Fewer_by_less_or_too_few_answers_raise_none(params int[] counts) => Assert.Empty(Counting(counts).Alerts);

    [Fact]
    public void A_threshold_that_no_binary_fraction_holds_is_exact()
    {
        Participant amira = Counting(10, 10, 9);
        ContactsFallingStudy study = new(Fall: 31);

        Assert.True(study.Finds(amira, 7, 7, 6)); // 20/3 is 69% of 29/3 to the last digit or more
        Assert.False(study.Finds(amira, 7, 7, 7));
    }

    [Fact]
    public void More_contacts_again_close_it_and_fewer_raise_it_again()
    {
        Participant fallen = Counting(4, 5, 3, 2, 2, 2);
        Participant risen = fallen.Answering(6, people: 5);

        Assert.Empty(risen.Alerts);
        Assert.NotNull(risen.Answering(7, people: 0).Answering(8, people: 0).Open(RuleNames.ContactsFalling));
    }

    [Fact]
    public void Resolved_it_is_not_raised_again_while_it_stays_so() =>
        Assert.Empty(Counting(4, 5, 3, 2, 2, 2).Resolving(RuleNames.ContactsFalling, Weeks.EndOf(5)).Answering(6, people: 1).Answering(7, people: 0).Alerts);

    [Fact]
    public void A_goal_without_progress_in_four_ratings_raises_an_alert() =>
        Assert.Equal("A goal has not moved on in the last 4 check-ins about it.", Rating(2, 2, 1, 2).Open(RuleNames.GoalStuck)!.Summary);

    [Theory]
    [InlineData(2, 2, 2)] // three
    [InlineData(2, 2, 2, 3)] // moved on
    [InlineData(1, 2, 1, 1)] // moved on and fell back: the best since counts
    [InlineData(4, 4, 4, 4)] // done
    public void A_goal_that_moves_or_is_reached_raises_none(params int[] ratings) => Assert.Null(Rating(ratings).Open(RuleNames.GoalStuck));

    [Fact]
    public void Ratings_of_another_goal_do_not_count()
    {
        Participant two = AParticipant() with { Goals = [new Goal("g1", "One", default), new Goal("g2", "Two", default)] };

        Assert.Empty(two.Answering(0, 2).Answering(1, 2, goal: "g2").Answering(2, 2).Answering(3, 2, goal: "g2").Answering(4, 2).Alerts);
    }

    [Fact]
    public void A_goal_that_moves_on_closes_it() => Assert.Empty(Rating(2, 2, 2, 2).Answering(4, 3).Alerts);

    [Fact]
    public void A_second_goal_that_is_stuck_is_told_also_after_somebody_resolved_the_first_and_the_first_alone_is_not()
    {
        Participant two = AParticipant() with { Goals = [new Goal("g1", "One", default), new Goal("g2", "Two", default)] };
        for (int week = 0; week < 7; week++)
        {
            two = two.Answering(week, 2, goal: week % 2 == 0 ? "g1" : "g2");
        }

        Participant both = two.Resolving(RuleNames.GoalStuck, Weeks.EndOf(6)).Answering(7, 2, goal: "g2");
        Participant resolved = both.Resolving(RuleNames.GoalStuck, Weeks.EndOf(7));

        Assert.Equal("2 goals have not moved on in the last 4 check-ins about it.", both.Open(RuleNames.GoalStuck)!.Summary);
        Assert.Empty(resolved.Answering(8, 3, goal: "g2").Alerts);
        Assert.Empty(resolved.Answering(8, 3, goal: "g2").Answering(9, 2).Alerts);
    }

    [Fact]
    public void The_same_barrier_three_times_in_six_raises_an_alert_with_its_label() => Assert.Equal(
        "Named \"my health\" 3 times as what gets in the way, in the last 6 check-ins.",
        Naming("health", "money", "health", "travel", null, "health").Open(RuleNames.BarrierRepeated)!.Summary);

    [Fact]
    public void Twice_or_three_times_in_seven_raise_none()
    {
        Assert.Null(Naming("health", "money", "health", "travel", null, "other").Open(RuleNames.BarrierRepeated));
        Assert.Null(Naming("health", "money", "health", "travel", null, "other", "health").Open(RuleNames.BarrierRepeated));
    }

    [Fact]
    public void Silent_weeks_are_not_counted_among_the_six() => Assert.NotNull(AParticipant().Answering(0, barrier: "money").Answering(1, barrier: "money")
        .Ending(CheckInStatus.Missed, 2, 3).Answering(4, 3).Ending(CheckInStatus.Missed, 5).Answering(6, 3).Answering(7, barrier: "money").Open(RuleNames.BarrierRepeated));

    [Fact]
    public void A_barrier_that_is_not_named_so_often_any_more_closes_it()
    {
        Participant named = Naming("money", "money", "money", "travel", "travel", "other");

        Assert.NotNull(named.Open(RuleNames.BarrierRepeated));
        Assert.Empty(named.Answering(6, 3, barrier: "other").Alerts);
    }

    [Fact]
    public void Resolved_a_second_barrier_is_told_and_one_of_the_two_alone_is_not()
    {
        Participant resolved = Naming("money", "money", "money").Resolving(RuleNames.BarrierRepeated, Weeks.EndOf(2));
        Participant second = resolved.Answering(3, barrier: "travel").Answering(4, barrier: "travel").Answering(5, barrier: "travel");

        Assert.Equal(
            "Named \"money\" 3 times and \"travel\" 3 times as what gets in the way, in the last 6 check-ins.", second.Open(RuleNames.BarrierRepeated)!.Summary);
        Assert.Empty(second.Resolving(RuleNames.BarrierRepeated, Weeks.EndOf(5)).Answering(6, 3, barrier: "travel").Alerts);
    }

    private static Participant Counting(params int[] counts) => Enumerable.Range(0, counts.Length)
        .Aggregate(AParticipant(), (soFar, week) => soFar.Answering(week, people: counts[week]));

    private static Participant Rating(params int[] ratings) => Enumerable.Range(0, ratings.Length)
        .Aggregate(AParticipant(), (soFar, week) => soFar.Answering(week, ratings[week]));

    private static Participant Naming(params string?[] barriers) => Enumerable.Range(0, barriers.Length)
        .Aggregate(AParticipant(), (soFar, week) => soFar.Answering(week, people: 3, barrier: barriers[week]));

    private sealed record ContactsFallingStudy(int Fall)
    {
        public bool Finds(Participant person, params int[] more) => new Domain.Alerts.Rules.ContactsFallingRule(
            Severity.Routine, TheStudy.Alerts.Rules[0].Patience, "people", 3, 3, Fall).Find(
                Enumerable.Range(0, more.Length).Aggregate(person, (soFar, i) => soFar.Answering(3 + i, people: more[i])), Weeks.EndOf(9), TheStudy) is not null;
    }
}
