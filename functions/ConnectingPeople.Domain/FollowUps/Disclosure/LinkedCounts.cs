namespace ConnectingPeople.Domain.FollowUps.Disclosure;

/// <summary>Counts by name with the sums between them, shown together so that none gives another away.</summary>
public sealed class LinkedCounts<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, int> places = [];
    private readonly List<long> counts = [];
    private readonly List<CountSum> sums = [];
    private readonly List<int> importance = [];

    /// <summary>Adds a count under a name that is new.</summary>
    /// <param name="key">The name.</param>
    /// <param name="count">How many.</param>
    /// <param name="importance">How much it matters to readers, from 1.</param>
    public void Add(TKey key, long count, int importance = 1)
    {
        places.Add(key, counts.Count);
        counts.Add(count);
        this.importance.Add(importance);
    }

    /// <summary>Says that a count is the sum of others, all added before.</summary>
    public void Sum(TKey total, params IEnumerable<TKey> parts) => sums.Add(new CountSum(places[total], [.. parts.Select(part => places[part])]));

    /// <summary>All counts, as they may be shown.</summary>
    public IReadOnlyDictionary<TKey, ShownCount> Show()
    {
        IReadOnlyList<ShownCount> shown = Suppression.Of(counts, sums, importance);
        return places.ToDictionary(place => place.Key, place => shown[place.Value]);
    }
}
