using ConnectingPeople.Domain.FollowUps.Measures;
using static ConnectingPeople.Domain.Tests.FollowUps.Measures.Waves;

namespace ConnectingPeople.Domain.Tests.FollowUps.Measures;

public sealed class SumAndMeanTests
{
    private static readonly SumMeasure Resources = new(Head(), "points", [Scale("a", 1, 5), Scale("b", 1, 5, isReversed: true), YesNo("c")], 1);

    [Fact]
    public void A_sum_adds_scales_turns_reversed_ones_round_and_counts_yes_as_one() =>
        Assert.Equal(4 + (6 - 2) + 1, Resources.From(Wave(("a", "4"), ("b", "2"), ("c", "yes"))));

    [Fact]
    public void A_sum_has_a_formula_and_a_range()
    {
        Assert.Equal("a + (6 - b) + c (yes 1, no 0)", Resources.Formula);
        Assert.Equal((2m, 11m), Resources.Range);
        Assert.Equal("not all 3 items were", Resources.MissingWhen);
    }

    [Theory]
    [InlineData("no", "4", "2", 8)]
    [InlineData("yes", null, "2", null)]
    [InlineData(null, "4", "2", null)]
    [InlineData("5", "4", "2", null)]
    [InlineData("yes", "6", "2", null)]
    [InlineData("yes", "0", "2", null)]
    [InlineData("yes", "yes", "2", null)]
    [InlineData("yes", "1.5", "2", null)]
    public void Without_a_rule_for_missing_items_every_one_must_hold_a_number_of_its_range(string? c, string? a, string? b, int? expected) =>
        Assert.Equal(expected, Resources.From(Wave(("c", c), ("a", a), ("b", b))));

    [Fact]
    public void A_question_that_was_never_reached_is_missing() => Assert.Null(Resources.From(Wave(("a", "4"))));

    /// <summary>FACIT: prorated score = sum of item scores x number of items / number of items answered, from more than half on.</summary>
    [Theory]
    [InlineData(new[] { 3, 3, 3, 3, 3, 3 }, 21.0)]
    [InlineData(new[] { 4, 2, 3, 3 }, 21.0)]
    [InlineData(new[] { 0, 0, 1, 4 }, 8.75)]
    [InlineData(new[] { 4, 4, 4 }, null)]
    public void A_sum_is_prorated_as_the_FACIT_scales_are(int[] answered, double? expected)
    {
        SumMeasure wellbeing = new(Head(), "points", Scales(7, 0, 4), 0.51m);

        Assert.Equal((decimal?)expected, wellbeing.From(Answers([.. answered.Select(answer => (int?)answer)])));
        Assert.Equal("fewer than 4 of the 7 items were", wellbeing.MissingWhen);
    }

    [Theory]
    [InlineData(2, 4, null, "3.00")]
    [InlineData(1, 1, 2, "1.33")]
    [InlineData(1, 2, 2, "1.67")]
    [InlineData(5, 5, 5, "5.00")]
    [InlineData(5, null, null, null)]
    public void A_mean_is_of_the_answered_items_when_they_are_enough(int? a, int? b, int? c, string? expected)
    {
        MeanMeasure mean = new(Head(), "points", Scales(3, 1, 5), 0.6m);

        decimal? score = mean.Of(Answers(a, b, c).On(2026, 1, 6), null).Baseline;

        Assert.Equal(expected, score?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("mean of a, b, c; when 2 or more of the 3 are answered but not all, the mean of those", mean.Formula);
    }

    [Theory]
    [InlineData(0, "3")]
    [InlineData(1, "2.5")]
    [InlineData(3, "2.500")]
    public void A_score_is_printed_with_the_digits_it_states_half_away_from_zero(int digits, string expected)
    {
        MeanMeasure mean = new(Head(digits: digits), "points", Scales(2, 1, 5), 1);

        Assert.Equal(expected, mean.Of(Answers(2, 3).On(2026, 1, 6), null).Baseline?.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_change_is_the_difference_of_the_scores_as_printed()
    {
        MeanMeasure mean = new(Head(digits: 1), "points", Scales(3, 1, 5), 1);

        Score score = mean.Of(Answers(1, 1, 2).On(2026, 1, 6), Answers(2, 2, 1).On(2026, 10, 6));

        Assert.Equal((1.3m, 1.7m, 0.4m), (score.Baseline, score.NineMonth, score.Change));
    }

    [Fact]
    public void A_change_needs_both_waves()
    {
        MeanMeasure mean = new(Head(), "points", Scales(1, 1, 5), 1);

        Assert.Equal(new Score(3, null), mean.Of(Answers(3).On(2026, 1, 6), null));
        Assert.Null(mean.Of(Answers(3).On(2026, 1, 6), Answers(null as int?).On(2026, 10, 6)).Change);
        Assert.Null(mean.Of(null, Answers(3).On(2026, 10, 6)).Change);
    }

    [Fact]
    public void Answers_to_an_older_version_than_the_measure_takes_are_missing()
    {
        MeanMeasure mean = new(Head(fromVersion: 2), "points", Scales(1, 1, 5), 1);

        Score score = mean.Of(Answers(3).On(2026, 1, 6), (Answers(4) with { Version = 2 }).On(2026, 10, 6));

        Assert.Equal(new Score(null, 4), score);
    }

    [Fact]
    public void A_question_in_words_is_no_item() =>
        Assert.Throws<ArgumentException>(() => new Item(new Domain.Studies.TextQuestion { Id = "a", Text = Domain.Studies.MessageText.Plain("a") }));
}
