namespace ConnectingPeople.Domain.FollowUps.Statistics;

/// <summary>
/// How values spread without showing anybody's own: sorted, cut into groups of neighbours, each shown by its mean. Individual ranking
/// with a fixed group size (Defays and Anwar 1998, Journal of Official Statistics 14:449-461). The mean of all stays what it
/// was, weighed by the groups' sizes; the spread looks a little narrower than it is.
/// </summary>
public static class Microaggregation
{
    /// <param name="values">In any order.</param>
    /// <param name="size">How many a group has at least; what is left over is spread over the groups, so none has twice as many.</param>
    /// <returns>The means in ascending order; none when there are fewer values than make a group.</returns>
    public static IReadOnlyList<double> Of(IEnumerable<double> values, int size)
    {
        double[] sorted = [.. values.Order()];
        int groups = sorted.Length / size;
        return [.. Enumerable.Range(0, groups).Select(group => sorted[Start(group)..Start(group + 1)].Average())];

        int Start(int group) => (int)((long)sorted.Length * group / groups);
    }
}
