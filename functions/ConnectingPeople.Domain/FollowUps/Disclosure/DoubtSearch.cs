using System.Collections.Immutable;

namespace ConnectingPeople.Domain.FollowUps.Disclosure;

/// <summary>
/// Finds, for a count that is kept back, the other counts that must be kept back with it so that it stays in doubt: those that differ by
/// one between the true counts and some others that fit all sums. Of all such sets the one that costs least: a count that would still
/// be shown costs what it counts times its importance. A best-first search: it changes one count, then one in a sum that this broke, until all hold.
/// </summary>
/// <remarks>
/// A small count that would be small no more in the other set is the last resort, dearer than all else together: its size has to be
/// hidden. With it there always is a set where totals are sums of parts alone: one person more in a part, and in all that it is part of.
/// </remarks>
internal sealed class DoubtSearch(IReadOnlyList<long> counts, IReadOnlyList<CountSum> sums, IReadOnlyList<int> importance, int steps)
{
    private readonly ILookup<int, (int Sum, int Sign)> sumsOf =
        sums.SelectMany((sum, at) => sum.Terms.Select(term => (term.Cell, At: (at, term.Sign)))).ToLookup(term => term.Cell, term => term.At);

    private readonly (int Cell, int Sign)[][] terms = [.. sums.Select(sum => sum.Terms.ToArray())];

    private readonly long priceOfHiding = 1 + counts.Zip(importance, (count, weight) => count * weight).Sum();

    /// <param name="cell">The place of the count.</param>
    /// <param name="shown">How each count is shown until now.</param>
    /// <returns>The places of the counts that differ, this one among them, and how they must be shown; null when none were found.</returns>
    public IReadOnlyDictionary<int, Showing>? Cheapest(int cell, IReadOnlyList<Showing> shown)
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
                return change.AndBefore.ToDictionary(each => each.Cell, each => each.Shown);
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
            if (counts[next] + by > 0 && Shown(next, by, shown[next]) is { } showing && before?.AndBefore.Any(each => each.Cell == next) != true)
            {
                Change after = new(before, next, showing, Price(next, shown[next], showing), Break(before?.Broken, next, by));
                open.Enqueue(after, (after.Cost, after.Length, order++));
            }
        }
    }

    /// <summary>How a count must be shown that could be another; null where nothing would hide that: a nought, or a five that would be small.</summary>
    private Showing? Shown(int cell, int by, Showing before) =>
        counts[cell] == 0 ? null
        : before == Showing.Withheld && Suppression.IsSmall(counts[cell]) ? before
        : (Suppression.IsSmall(counts[cell]), Suppression.IsSmall(counts[cell] + by)) switch
        {
            (true, true) => Showing.Small,
            (false, true) => null,
            _ => Showing.Withheld,
        };

    private long Price(int cell, Showing before, Showing after) =>
        before == after ? 0 : Suppression.IsSmall(counts[cell]) ? priceOfHiding : counts[cell] * importance[cell];

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
    /// <param name="Shown">How it must be shown.</param>
    /// <param name="Price">What it costs to show it so.</param>
    /// <param name="Broken">The sums that don't hold, with what is too much in each.</param>
    private sealed record Change(Change? Before, int Cell, Showing Shown, long Price, ImmutableSortedDictionary<int, int> Broken)
    {
        public long Cost { get; } = (Before?.Cost ?? 0) + Price;

        public int Length { get; } = (Before?.Length ?? 0) + 1;

        public IEnumerable<Change> AndBefore
        {
            get
            {
                for (Change? change = this; change is not null; change = change.Before)
                {
                    yield return change;
                }
            }
        }
    }
}
