using System.Globalization;
using ConnectingPeople.Domain.FollowUps.Disclosure;

namespace ConnectingPeople.Domain.FollowUps.Report;

/// <summary>Takes the rows of <c>goals</c> in, in their order; holds one goal and a number for each rating of each group.</summary>
/// <param name="top">The rating that means reached; null for the highest there is.</param>
public sealed class GoalTally(int? top)
{
    private const string ReachedRow = "reached";
    private const int ImportanceOfAll = 10;

    private readonly SortedDictionary<int, Dictionary<string, long>> latest = [];
    private readonly Dictionary<int, string> labels = [];
    private (string Participant, string Goal, string Fidelity, int Rating, string RatedAt)? current;

    /// <param name="participant">Whose; rows come sorted by participant and goal.</param>
    /// <param name="goal">The goal's id.</param>
    /// <param name="fidelity">The level of the participant's agency.</param>
    /// <param name="rating">The rating.</param>
    /// <param name="label">It in words.</param>
    /// <param name="ratedAt">When, in ISO 8601, which sorts as text.</param>
    public void Add(string participant, string goal, string fidelity, int rating, string? label, string ratedAt)
    {
        if (label is not null)
        {
            labels[rating] = label;
        }

        if (current is { } before && before.Participant == participant && before.Goal == goal)
        {
            current = string.CompareOrdinal(ratedAt, before.RatedAt) >= 0 ? (participant, goal, fidelity, rating, ratedAt) : before;
            return;
        }

        Count();
        current = (participant, goal, fidelity, rating, ratedAt);
    }

    /// <summary>The figures of all rows so far; none may follow.</summary>
    public GoalFigures Figures()
    {
        Count();
        string[] groups = [.. FidelityGroup.InOrder(latest.Values.SelectMany(counts => counts.Keys))];
        int reached = top ?? latest.Keys.LastOrDefault();
        IReadOnlyDictionary<(string? Row, string? Group), ShownCount> shown = Link(groups, reached).Show();
        return new GoalFigures(
            groups,
            [.. latest.Keys.Select(rating => new GoalRatingFigures(rating, labels.GetValueOrDefault(rating), Row(RowOf(rating))))],
            reached)
        {
            Rated = Row(null),
            ReachedCounts = Row(ReachedRow),
        };

        Dictionary<Grouping, ShownCount> Row(string? row) =>
            groups.Select(group => (string?)group).Append(null).ToDictionary(group => new Grouping(group), group => shown[(row, group)]);
    }

    private static string RowOf(int rating) => rating.ToString(CultureInfo.InvariantCulture);

    private void Count()
    {
        if (current is { } goal)
        {
            if (!latest.TryGetValue(goal.Rating, out Dictionary<string, long>? counts))
            {
                latest[goal.Rating] = counts = [];
            }

            counts[goal.Fidelity] = counts.GetValueOrDefault(goal.Fidelity) + 1;
            current = null;
        }
    }

    private LinkedCounts<(string? Row, string? Group)> Link(string[] groups, int reached)
    {
        LinkedCounts<(string? Row, string? Group)> linked = new();
        foreach (string? group in groups.Select(group => (string?)group).Append(null))
        {
            foreach (int rating in latest.Keys)
            {
                linked.Add((RowOf(rating), group), Number(rating, group), group is null ? ImportanceOfAll : 1);
            }

            linked.Add((ReachedRow, group), latest.Keys.Where(rating => rating >= reached).Sum(rating => Number(rating, group)), ImportanceOfAll);
            linked.Add((null, group), latest.Keys.Sum(rating => Number(rating, group)), ImportanceOfAll);
            linked.Sum((ReachedRow, group), latest.Keys.Where(rating => rating >= reached).Select(rating => ((string?)RowOf(rating), group)));
            linked.Sum((null, group), latest.Keys.Select(rating => ((string?)RowOf(rating), group)));
        }

        foreach (string? row in latest.Keys.Select(rating => (string?)RowOf(rating)).Append(ReachedRow).Append(null))
        {
            linked.Sum((row, null), groups.Select(group => (row, (string?)group)));
        }

        return linked;

        long Number(int rating, string? group) =>
            group is null ? latest[rating].Values.Sum() : latest[rating].GetValueOrDefault(group);
    }
}
