using ConnectingPeople.Domain.FollowUps.Measures;
using static ConnectingPeople.Domain.Tests.FollowUps.Measures.Waves;

namespace ConnectingPeople.Domain.Tests.FollowUps.Measures;

public sealed class IndexAndQalyTests
{
    /// <summary>Dolan 1997, with the dimensions called a to e.</summary>
    internal static readonly IndexMeasure Eq5d = new(
        Head("eq5d", digits: 3),
        "value",
        [Of("a", 0.069m, 0.314m), Of("b", 0.104m, 0.214m), Of("c", 0.036m, 0.094m), Of("d", 0.123m, 0.386m), Of("e", 0.071m, 0.236m)],
        new Dictionary<int, decimal> { [2] = 0.081m, [3] = 0.269m });

    private static readonly QalyMeasure Qaly = new(Head("qaly", digits: 4), Eq5d);

    /// <summary>Published values of the set (11111, 11223 and 33333), and more worked out by hand from the coefficients of Dolan 1997.</summary>
    [Theory]
    [InlineData("11111", 1)]
    [InlineData("11223", 0.255)]
    [InlineData("33333", -0.594)]
    [InlineData("11112", 0.848)]
    [InlineData("21111", 0.850)]
    [InlineData("22222", 0.516)]
    [InlineData("31111", 0.336)]
    public void A_state_of_health_has_the_value_that_the_UK_value_set_of_1997_gives_it(string state, double value) =>
        Assert.Equal((decimal)value, Eq5d.From(Answers([.. state.Select(level => (int?)(level - '0'))])));

    [Fact]
    public void A_state_with_an_unknown_dimension_has_no_value()
    {
        Assert.Null(Eq5d.From(Answers(1, 1, null, 1, 1)));
        Assert.Null(Eq5d.From(Answers(1, 1, 4, 1, 1)));
        Assert.Null(Eq5d.From(Answers(1, 1, 1, 1)));
    }

    [Fact]
    public void A_value_set_says_its_range_and_its_formula()
    {
        Assert.Equal((-0.594m, 1m), Eq5d.Range);
        Assert.Equal(
            "1 - 0.081 if any item is at level 2 or above - 0.269 if any item is at level 3 or above - a (2: 0.069, 3: 0.314) - b (2: 0.104, 3: 0.214) - c (2: 0.036, 3: 0.094) - d (2: 0.123, 3: 0.386) - e (2: 0.071, 3: 0.236)",
            Eq5d.Formula);
    }

    [Theory]
    [InlineData(1, 1, 365.25, 1)]
    [InlineData(0.5, 0.75, 365.25, 0.625)]
    [InlineData(0.255, 0.848, 274, 0.4137)]
    [InlineData(-0.594, -0.594, 274, -0.4456)]
    [InlineData(0.8, 0.6, 0, 0)]
    public void Qalys_are_the_mean_of_the_two_values_times_the_years_between(double from, double to, double days, double expected)
    {
        // 365.25 days aren't a number of days: four years and a quarter of the result instead.
        decimal qalys = days == 365.25 ? QalyMeasure.Between((decimal)from, (decimal)to, 1461) / 4 : QalyMeasure.Between((decimal)from, (decimal)to, (int)days);

        Assert.Equal((decimal)expected, Math.Round(qalys, 4));
    }

    [Fact]
    public void Qalys_stand_at_nine_months_alone()
    {
        Score score = Qaly.Of(Answers(1, 1, 2, 2, 3).On(2026, 1, 6), Answers(1, 1, 1, 1, 2).On(2026, 10, 7));

        Assert.Equal((null, 0.4137m, null), (score.Baseline, score.NineMonth, score.Change));
        Assert.True(Qaly.IsBetweenWaves);
    }

    [Fact]
    public void Without_both_values_in_their_order_there_are_no_qalys()
    {
        MeasuredWave well = Answers(1, 1, 1, 1, 1).On(2026, 1, 6);

        Assert.Null(Qaly.Of(well, null).NineMonth);
        Assert.Null(Qaly.Of(null, well).NineMonth);
        Assert.Null(Qaly.Of(well, Answers(1, 1, 1, 1, null).On(2026, 10, 6)).NineMonth);
        Assert.Null(Qaly.Of(well, well).NineMonth);
        Assert.Null(Qaly.Of(well, Answers(1, 1, 1, 1, 1).On(2026, 1, 5)).NineMonth);
    }

    private static Dimension Of(string item, decimal level2, decimal level3) =>
        new(Scale(item, 1, 3), new Dictionary<int, decimal> { [2] = level2, [3] = level3 });
}
