using System.Collections.Immutable;

namespace ConnectingPeople.Domain.FollowUps.Disclosure;

/// <summary>
/// Finds, for a count that is kept back, the other counts that must be kept back with it so that it stays in doubt: those that differ by
/// one between the true counts and some others that fit all sums. Of all such sets the one that costs least: a count that would still
/// be shown costs what it counts times its importance. A best-first search: it changes one count, then one in a sum that this broke, until all hold.
/// </summary>
internal sealed class DoubtSearch(IReadOnlyList<long> counts, IReadOnlyList<CountSum> sums, IReadOnlyList<int> importance, int steps)
{
    private readonly ILookup<int, (int Sum, int Sign)> sumsOf =
        sums.SelectMany((sum, at) => sum.Terms.Select(term => (term.Cell, At: (at, term.Sign)))).ToLookup(term => term.Cell, term => term.At);

    private readonly (int Cell, int Sign)[][] terms = [.. sums.Select(sum => sum.Terms.ToArray())];

    /// <returns>The places of the counts that differ, this one among them; null when none were found.</returns>
    public IReadOnlyList<int>? Cheapest(int cell, bool[] keptBack)
    {
        PriorityQueue<Change, (long Cost, int Length, int Order)> open = new();
        HashSet<string> seen = [];
        int order = 0;
        Add(null, cell, 1);
        Add(null, cell, -1);
        for (int taken = 0; taken < steps && open.TryDequeue(out Change? change, out _); taken++)
        {
            if (change.Broken.IsEmpty)
            {
                return [.. change.Cells];
            }

            if (seen.Add(string.Join(' ', change.Broken)))
            {
                (int sum, int excess) = change.Broken.First();
                foreach ((int next, int sign) in terms[sum])
                {
                    Add(change, next, -Math.Sign(excess) * sign);
                }
            }
        }

        return null;

        void Add(Change? before, int next, int by)
        {
            if (LooksTheSame(counts[next], counts[next] + by) && before?.Cells.Contains(next) != true)
            {
                Change after = new(before, next, keptBack[next] ? 0 : counts[next] * importance[next], Break(before?.Broken, next, by));
                open.Enqueue(after, (after.Cost, after.Length, order++));
            }
        }
    }

    /// <summary>Whether readers would see the same once a count is kept back: a nought never is.</summary>
    private static bool LooksTheSame(long count, long other) =>
        count > 0 && (Suppression.IsSmall(count) ? Suppression.IsSmall(other) : other >= Suppression.Threshold);

    private ImmutableSortedDictionary<int, int> Break(ImmutableSortedDictionary<int, int>? before, int cell, int by)
    {
        ImmutableSortedDictionary<int, int> broken = before ?? ImmutableSortedDictionary<int, int>.Empty;
        foreach ((int sum, int sign) in sumsOf[cell])
        {
            int excess = broken.GetValueOrDefault(sum) + (sign * by);
            broken = excess == 0 ? broken.Remove(sum) : broken.SetItem(sum, excess);
        }

        return broken;
    }

    /// <summary>One count more that differs, with all before it.</summary>
    /// <param name="Before">Null for the first.</param>
    /// <param name="Cell">Its place.</param>
    /// <param name="Price">What it costs to keep it back.</param>
    /// <param name="Broken">The sums that don't hold, with what is too much in each.</param>
    private sealed record Change(Change? Before, int Cell, long Price, ImmutableSortedDictionary<int, int> Broken)
    {
        public long Cost { get; } = (Before?.Cost ?? 0) + Price;

        public int Length { get; } = (Before?.Length ?? 0) + 1;

        public IEnumerable<int> Cells
        {
            get
            {
                for (Change? change = this; change is not null; change = change.Before)
                {
                    yield return change.Cell;
                }
            }
        }
    }
}
