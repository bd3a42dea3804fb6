using ConnectingPeople.Domain.FollowUps.Statistics;
using CsCheck;

namespace ConnectingPeople.Domain.Tests.FollowUps.Statistics;

public sealed class StatisticsTests
{
    private static readonly Gen<double> AnyScore = Gen.Int[-40, 120].Select(tenths => tenths / 10.0);

    [Fact]
    public void A_summary_has_the_deviation_of_a_sample()
    {
        Summary summary = Summary.Of([2, 4, 4, 4, 5, 5, 7, 9]);

        Assert.Equal((8, 5, 2.13809), (summary.N, summary.Mean, Math.Round(summary.StandardDeviation, 5)));
    }

    [Fact]
    public void One_value_has_no_summary()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => Summary.Of([3]));

        Assert.StartsWith("A standard deviation needs two values at least, and there are 1.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_whose_values_are_all_alike_have_no_difference_that_could_be_trusted()
    {
        Summary four = Summary.Of([4, 4, 4]);
        Summary five = Summary.Of([5, 5, 5]);

        Assert.Null(MeanDifference.Welch(four, five));
        Assert.Null(StandardisedDifference.Hedges(four, five));
    }

    [Fact]
    public void Swapping_the_groups_turns_every_sign() =>
        Gen.Select(AnyScore.Array[2, 30], AnyScore.Array[2, 30]).Where((first, second) => first.Distinct().Count() > 1).Sample((first, second) =>
        {
            (Summary one, Summary other) = (Summary.Of(first), Summary.Of(second));

            Assert.Equal(MeanDifference.Welch(one, other)!.Interval.Low, -MeanDifference.Welch(other, one)!.Interval.High, 9);
            Assert.Equal(StandardisedDifference.Hedges(one, other)!.Interval.Low, -StandardisedDifference.Hedges(other, one)!.Interval.High, 9);
        });

    [Fact]
    public void Groups_of_five_show_nobodys_own_value() =>
        Assert.Equal([2, 22], Microaggregation.Of([10, 0, 9, 1, 8, 2, 7, 3, 76, 4], 5));

    [Fact]
    public void Too_few_for_a_group_show_nothing() => Assert.Empty(Microaggregation.Of([1, 2, 3, 4], 5));

    [Fact]
    public void Groups_hold_five_to_nine_in_order_and_all_values_between_them() => AnyScore.Array[0, 60].Sample(values =>
    {
        IReadOnlyList<double> groups = Microaggregation.Of(values, 5);

        Assert.Equal(values.Length / 5, groups.Count);
        Assert.Equal(groups.Order(), groups);
        Assert.All(groups, mean => Assert.InRange(mean, values.Min() - 1e-9, values.Max() + 1e-9));
    });
}
