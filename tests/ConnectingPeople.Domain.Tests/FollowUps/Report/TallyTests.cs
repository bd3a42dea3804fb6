using ConnectingPeople.Domain.FollowUps.Disclosure;
using ConnectingPeople.Domain.FollowUps.Report;

namespace ConnectingPeople.Domain.Tests.FollowUps.Report;

/// <summary>What counts, and what doesn't.</summary>
public sealed class TallyTests
{
    [Fact]
    public void A_week_begins_on_Monday_and_counts_only_ordinary_check_ins_that_have_ended()
    {
        WeeklyResponseTally tally = new();
        LocalDate sunday = new(2026, 1, 11);
        Times(6, () => tally.Add(sunday, "completed", null));
        Times(5, () => tally.Add(sunday.PlusDays(-6), "missed", null));
        Times(5, () => tally.Add(sunday.PlusDays(1), "partial", null));
        Times(5, () => tally.Add(sunday.PlusDays(7), "undelivered", null));
        tally.Add(sunday, "cancelled", null);
        tally.Add(sunday, null, null);
        tally.Add(sunday, "completed", "baseline");

        WeeklyResponse response = tally.Figures();

        Assert.Equal(
            ["2026-01-05: 11 6 5", "2026-01-12: 10 5 5"],
            response.Weeks.Select(week => $"{week.Monday:uuuu-MM-dd}: {week.Figures.Asked} {week.Figures.Answered} {week.Figures.NotAnswered}"));
        Assert.Equal(100 * 11 / 21.0, response.All.Percent!.Value, 9);
    }

    [Fact]
    public void A_goal_stands_where_its_latest_rating_says()
    {
        GoalTally tally = new(top: 4);
        for (int person = 1; person <= 6; person++)
        {
            tally.Add($"CP-{person}", "g1", "full", 4, "done", "2026-02-01T11:00:00Z");
            tally.Add($"CP-{person}", "g1", "full", 2, null, "2026-01-01T11:00:00Z");
            tally.Add($"CP-{person}", "g2", "full", 2, "a first step", "2026-01-01T11:00:00Z");
        }

        GoalFigures goals = tally.Figures();

        Assert.Equal(["2 a first step 6", "4 done 6"], goals.Ratings.Select(rating => $"{rating.Rating} {rating.Label} {rating.Counts[new Grouping("full")]}"));
        Assert.Equal(50, goals.ReachedPercent(new Grouping(null)));
    }

    [Fact]
    public void Contacts_of_fewer_than_five_people_have_no_mean_however_many_answers_they_gave()
    {
        ContactsTally tally = new();
        for (int person = 1; person <= 9; person++)
        {
            for (int week = 0; week < 6; week++)
            {
                tally.Add($"CP-{person}", person <= 5 ? "full" : "partial", week, person);
            }
        }

        IReadOnlyList<FourWeeks> contacts = tally.Figures();

        Assert.Equal([(0, 3), (4, 7)], contacts.Select(four => (four.FirstWeek, four.LastWeek)));
        Assert.Equal(new ContactFigures(ShownCount.Exact(5), 20, 3), contacts[0].Groups["full"]);
        Assert.Equal(new ContactFigures(ShownCount.Small, null, null), contacts[0].Groups["partial"]);
    }

    [Fact]
    public void A_group_of_fewer_than_five_has_no_mean_and_nobody_can_take_the_others_from_everybody()
    {
        MeasureTally tally = new(isBetweenWaves: false);
        Times(5, n => tally.Add("full", n, 2 * n, n));
        Times(4, n => tally.Add("partial", n, n, 0));
        tally.Add("full", 1, null, null);
        tally.Add("partial", null, 2, null);

        MeasureFigures figures = tally.Figures();

        Assert.Equal(["full 5", "partial <5"], figures.Groups.Select(group => $"{group.Fidelity} {group.N}"));
        Assert.Null(figures.Groups[1].Shown);
        Assert.Null(figures.Difference);
        Assert.Null(figures.Standardised);
    }

    [Fact]
    public void Large_groups_are_shown_together_too()
    {
        MeasureTally tally = new(isBetweenWaves: false);
        Times(5, n => tally.Add("full", n, 2 * n, n));
        Times(5, n => tally.Add("partial", n, n + 1, 1));

        MeasureFigures figures = tally.Figures();

        Assert.Equal((null, "10"), (figures.Groups[^1].Fidelity, figures.Groups[^1].N.ToString()));
        Assert.Equal(2, figures.Groups[^1].Shown!.Change!.Mean);
        Assert.Equal(2, figures.Difference!.Difference);
    }

    [Fact]
    public void A_measure_of_the_time_between_waves_is_compared_by_its_value()
    {
        MeasureTally tally = new(isBetweenWaves: true);
        Times(5, n => tally.Add("full", null, n + 10, null));
        Times(5, n => tally.Add("partial", null, n, null));

        MeasureFigures figures = tally.Figures();

        Assert.Equal(10, figures.Difference!.Difference);
        Assert.Null(figures.Groups[0].Shown!.Change);
    }

    [Fact]
    public void Questions_come_in_the_order_of_the_study_and_unknown_ones_last()
    {
        CompletenessTally tally = new();
        foreach (string question in new[] { "gone", "people", "goal" })
        {
            Times(5, n => tally.Add($"CP-{n}", "weekly-1", null, question, "answered"));
        }

        Times(5, n => tally.Add($"CP-{n}", "baseline-1", "baseline", "goal", "not-reached"));

        Assert.Equal(
            [" goal 5 0", " people 5 0", "baseline goal 0 5", " gone 5 0"],
            tally.Figures([(null, "goal"), (null, "people"), ("baseline", "goal")]).Select(row => $"{row.Wave} {row.Question} {row.Answered} {row.NotReached}"));
    }

    [Fact]
    public void An_answer_that_an_interview_overrules_is_not_counted_beside_it()
    {
        CompletenessTally tally = new();
        Times(6, n =>
        {
            tally.Add($"CP-{n}", "baseline-1", "baseline", "goal", "answered");
            tally.Add($"CP-{n}", "baseline-1", "baseline", "goal", "refused");
        });

        QuestionFigures goal = Assert.Single(tally.Figures([]));

        Assert.Equal("6 6 0", $"{goal.Asked} {goal.Answered} {goal.Refused}");
    }

    private static void Times(int times, Action act) => Times(times, _ => act());

    private static void Times(int times, Action<int> act)
    {
        for (int n = 1; n <= times; n++)
        {
            act(n);
        }
    }
}
