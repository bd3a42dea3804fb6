namespace ConnectingPeople.Domain.FollowUps.Disclosure;

/// <summary>What a reader knows besides the counts: one of them is the sum of others.</summary>
/// <param name="Total">The place of the sum among the counts.</param>
/// <param name="Parts">The places of what it is the sum of; none twice, and not the total's own.</param>
public sealed record CountSum(int Total, IReadOnlyList<int> Parts)
{
    /// <summary>All places with the sign that they have in <c>total − parts = 0</c>.</summary>
    internal IEnumerable<(int Cell, int Sign)> Terms => Parts.Select(part => (part, -1)).Prepend((Total, 1));
}
