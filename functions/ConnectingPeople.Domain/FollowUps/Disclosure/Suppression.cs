namespace ConnectingPeople.Domain.FollowUps.Disclosure;

/// <summary>
/// Keeps small counts of people back, and as few others as it takes that nobody can work one out. It proves itself: for every count that
/// is kept back there is another set of counts with the same sums and the same look, in which that one is one more or one less.
/// Complementary cell suppression along cheapest such sets (Cox 1980, Journal of the American Statistical Association
/// 75:377-385; Kelly, Golden and Assad 1992, Networks 22:397-417), here for any sums, not only those of a table.
/// </summary>
/// <remarks>
/// A nought is shown: it counts nobody, and the threshold of five is about counts from one to four. What isn't promised: that a reader
/// can't tell which half of one to four a count lies in, and anything about counts that the sums given here don't tie together.
/// </remarks>
public static class Suppression
{
    /// <summary>Counts from one to one less than this are small (design of the follow-up datasets: "counts under five").</summary>
    public const int Threshold = 5;

    /// <summary>How much dearer than its parts a whole is that is part of nothing else: it is what readers look for.</summary>
    private const int ImportanceOfWhole = 10;

    /// <param name="counts">None negative.</param>
    /// <param name="sums">Every sum that a reader could know of, whether or not its counts are all to be shown.</param>
    /// <param name="importance">
    /// How much each count matters to readers, from 1: of several ways to keep small ones back the one is taken that costs least of it.
    /// </param>
    /// <param name="steps">
    /// How long to search for one count, so that hostile sums can't hold up a report; if that isn't enough, all are kept back.
    /// </param>
    /// <exception cref="ArgumentException">A count is negative, or a sum doesn't hold.</exception>
    public static IReadOnlyList<ShownCount> Of(
        IReadOnlyList<long> counts, IReadOnlyList<CountSum> sums, IReadOnlyList<int>? importance = null, int steps = 100_000)
    {
        Check(counts, sums);
        Showing[] shown = [.. counts.Select(count => IsSmall(count) ? Showing.Small : Showing.Exact)];
        bool[] inDoubt = new bool[counts.Count];
        DoubtSearch search = new(counts, sums, importance ?? Importance(counts.Count, sums), steps);
        for (int cell = 0; cell < counts.Count; cell++)
        {
            if (shown[cell] == Showing.Exact || inDoubt[cell])
            {
                continue;
            }

            if (search.Cheapest(cell, shown) is not { } doubt)
            {
                return [.. counts.Select(_ => ShownCount.Withheld)];
            }

            foreach ((int moved, Showing showing) in doubt)
            {
                shown[moved] = showing;
                inDoubt[moved] = true;
            }
        }

        return
        [
            .. counts.Zip(shown, (count, showing) => showing switch
            {
                Showing.Exact => ShownCount.Exact(count),
                Showing.Small => ShownCount.Small,
                _ => ShownCount.Withheld,
            }),
        ];
    }

    /// <summary>Whether a count of people is kept back for its own sake.</summary>
    public static bool IsSmall(long count) => count is > 0 and < Threshold;

    private static int[] Importance(int counts, IReadOnlyList<CountSum> sums)
    {
        int[] importance = new int[counts];
        Array.Fill(importance, 1);
        foreach (int whole in sums.Select(sum => sum.Total).Except(sums.SelectMany(sum => sum.Parts)))
        {
            importance[whole] = ImportanceOfWhole;
        }

        return importance;
    }

    private static void Check(IReadOnlyList<long> counts, IReadOnlyList<CountSum> sums)
    {
        if (counts.Any(count => count < 0))
        {
            throw new ArgumentException("A count is negative.", nameof(counts));
        }

        if (sums.FirstOrDefault(sum => counts[sum.Total] != sum.Parts.Sum(part => counts[part])) is { } wrong)
        {
            throw new ArgumentException($"Count {wrong.Total} isn't the sum of {string.Join(", ", wrong.Parts)}.", nameof(sums));
        }
    }
}
