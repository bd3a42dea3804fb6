using ConnectingPeople.Domain.FollowUps.Measures;
using CsCheck;
using static ConnectingPeople.Domain.Tests.FollowUps.Measures.Waves;

namespace ConnectingPeople.Domain.Tests.FollowUps.Measures;

/// <summary>What holds for scores whatever is asked and answered.</summary>
public sealed class MeasureProperties
{
    /// <summary>Items from <c>Least</c> to <c>Most</c>, how many of them must be answered in percent, and answers of which some are missing.</summary>
    private static readonly Gen<(int Least, int Most, int Percent, int?[] Answers)> Anything =
        from least in Gen.Int[-3, 3]
        from width in Gen.Int[1, 9]
        from percent in Gen.Int[1, 100]
        from answers in Gen.Frequency((3, Gen.Int[least, least + width].Select(answer => (int?)answer)), (1, Gen.Const((int?)null))).Array[1, 12]
        select (least, least + width, percent, answers);

    [Fact]
    public void A_score_lies_in_its_range_and_is_missing_only_when_too_little_is_answered()
    {
        int scored = 0;
        int missing = 0;
        Anything.Sample(any =>
        {
            IReadOnlyList<Item> items = Scales(any.Answers.Length, any.Least, any.Most);
            int answered = any.Answers.Count(answer => answer is not null);
            bool isEnough = answered > 0 && answered * 100 >= any.Percent * items.Count;
            foreach (ItemsMeasure measure in Both(items, any.Percent / 100m))
            {
                decimal? score = measure.From(Answers(any.Answers));

                Interlocked.Increment(ref isEnough ? ref scored : ref missing);
                Assert.Equal(isEnough, score is not null);
                Assert.True(score is null || (score >= measure.Range!.Value.Least && score <= measure.Range.Value.Most), $"{score} of {measure.Range}");
            }
        });

        Assert.True(scored > 20 && missing > 20, $"both outcomes are reached: {scored} scored, {missing} missing");
    }

    [Fact]
    public void A_sum_is_as_many_means_as_it_has_items() => Anything.Sample(any =>
    {
        ItemsMeasure[] both = Both(Scales(any.Answers.Length, any.Least, any.Most), any.Percent / 100m);
        decimal? sum = both[0].From(Answers(any.Answers));
        decimal? mean = both[1].From(Answers(any.Answers));

        Assert.Equal(mean is null, sum is null);
        Assert.True(sum is null || Math.Abs(sum.Value - (mean!.Value * any.Answers.Length)) < 1e-20m);
    });

    [Fact]
    public void Reversing_every_item_mirrors_the_score_in_the_middle_of_its_range() => Anything.Sample(any =>
    {
        IReadOnlyList<Item> items = Scales(any.Answers.Length, any.Least, any.Most);
        ItemsMeasure[] plain = Both(items, any.Percent / 100m);
        ItemsMeasure[] reversed = Both([.. items.Select(item => new Item(item.Question, isReversed: true))], any.Percent / 100m);
        foreach ((ItemsMeasure one, ItemsMeasure other) in plain.Zip(reversed))
        {
            decimal? score = one.From(Answers(any.Answers));
            decimal? mirrored = other.From(Answers(any.Answers));

            Assert.Equal(score is null, mirrored is null);
            Assert.True(score is null || Math.Abs(one.Range!.Value.Least + one.Range.Value.Most - score.Value - mirrored!.Value) < 1e-20m);
        }
    });

    [Fact]
    public void A_change_is_nine_months_less_baseline_or_missing() => Gen.Select(Anything, Anything, Gen.Int[0, 6]).Sample((first, second, digits) =>
    {
        int count = Math.Max(first.Answers.Length, second.Answers.Length);
        MeanMeasure measure = new(Head(digits: digits), "points", Scales(count, -3, 12), first.Percent / 100m);

        Score score = measure.Of(Answers(first.Answers).On(2026, 1, 6), Answers(second.Answers).On(2026, 10, 6));

        Assert.Equal(score is { Baseline: { } from, NineMonth: { } to } ? to - from : null, score.Change);
        Assert.All(new[] { score.Baseline, score.NineMonth, score.Change }.OfType<decimal>(), number => Assert.Equal(digits, number.Scale));
    });

    [Fact]
    public void A_state_that_is_worse_in_one_thing_never_has_a_higher_value() => Gen.Select(Gen.Int[1, 3].Array[5], Gen.Int[0, 4]).Sample((levels, worse) =>
    {
        IndexMeasure index = IndexAndQalyTests.Eq5d;
        int[] after = [.. levels];
        after[worse] = Math.Min(3, after[worse] + 1);

        Assert.InRange(index.ValueOf(levels), index.Range!.Value.Least, index.Range.Value.Most);
        Assert.True(index.ValueOf(after) <= index.ValueOf(levels));
    });

    private static ItemsMeasure[] Both(IReadOnlyList<Item> items, decimal share) => [new SumMeasure(Head(), "points", items, share), new MeanMeasure(Head(), "points", items, share)];
}
