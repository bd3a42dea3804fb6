using ConnectingPeople.Domain.FollowUps.Disclosure;

namespace ConnectingPeople.Domain.Tests.FollowUps.Disclosure;

public sealed class SuppressionTests
{
    [Fact]
    public void Counts_of_five_and_more_stand_as_they_are() => Assert.Equal("17 12 5", Show([17, 12, 5], new CountSum(0, [1, 2])));

    [Fact]
    public void A_nought_is_shown_because_it_counts_nobody() => Assert.Equal("12 12 0", Show([12, 12, 0], new CountSum(0, [1, 2])));

    [Fact]
    public void A_small_count_takes_the_smallest_neighbour_with_it_that_would_give_it_back() =>
        Assert.Equal("50 30 withheld <5", Show([50, 30, 17, 3], new CountSum(0, [1, 2, 3])));

    [Fact]
    public void Two_small_counts_hide_each_other_and_nothing_else() =>
        Assert.Equal("50 44 <5 <5", Show([50, 44, 4, 2], new CountSum(0, [1, 2, 3])));

    [Fact]
    public void Two_small_counts_whose_sum_leaves_one_way_to_read_them_take_a_third() =>
        Assert.Equal("50 withheld <5 <5", Show([50, 48, 1, 1], new CountSum(0, [1, 2, 3])));

    [Fact]
    public void A_stage_that_is_the_difference_of_two_others_takes_one_of_them() =>
        Assert.Equal("155 withheld <5 116 withheld", Show([155, 152, 3, 116, 36], new CountSum(0, [1, 2]), new CountSum(1, [3, 4])));

    [Fact]
    public void A_table_hides_in_a_square()
    {
        CountSum[] margins = [new(2, [0, 1]), new(5, [3, 4]), new(8, [6, 7]), new(6, [0, 3]), new(7, [1, 4]), new(8, [2, 5])];

        Assert.Equal("<5 withheld 23 withheld withheld 70 33 60 93", Show([3, 20, 23, 30, 40, 70, 33, 60, 93], margins));
    }

    [Fact]
    public void Four_people_of_whom_each_is_one_of_a_kind_hide_their_number() =>
        Assert.Equal("withheld <5 <5 <5 <5", Show([4, 1, 1, 1, 1], new CountSum(0, [1, 2, 3, 4])));

    [Fact]
    public void A_number_that_others_hide_behind_is_hidden_only_where_it_must_be() =>
        Assert.Equal("<5 <5 <5 <5", Show([4, 2, 1, 1], new CountSum(0, [1, 2, 3])));

    [Fact]
    public void A_search_that_takes_too_long_keeps_everything_back() => Assert.Equal(
        ["withheld", "withheld", "withheld"],
        Suppression.Of([20, 17, 3], [new CountSum(0, [1, 2])], steps: 1).Select(count => count.ToString()));

    [Fact]
    public void What_matters_more_to_readers_is_kept_back_last() => Assert.Equal(
        "50 withheld 17 <5",
        string.Join(' ', Suppression.Of([50, 30, 17, 3], [new CountSum(0, [1, 2, 3])], [1, 1, 2, 1])));

    [Fact]
    public void A_sum_that_does_not_hold_is_refused()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => Show([10, 3, 6], new CountSum(0, [1, 2])));

        Assert.StartsWith("Count 0 isn't the sum of 1, 2.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_percentage_needs_both_its_counts()
    {
        Assert.Equal(75, ShownCount.Exact(15).PercentOf(ShownCount.Exact(20)));
        Assert.Null(ShownCount.Small.PercentOf(ShownCount.Exact(20)));
        Assert.Null(ShownCount.Exact(15).PercentOf(ShownCount.Withheld));
        Assert.Null(ShownCount.Exact(0).PercentOf(ShownCount.Exact(0)));
    }

    private static string Show(long[] counts, params CountSum[] sums) => string.Join(' ', Suppression.Of(counts, sums));
}
