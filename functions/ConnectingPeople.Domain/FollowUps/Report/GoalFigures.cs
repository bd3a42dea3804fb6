using ConnectingPeople.Domain.FollowUps.Disclosure;

namespace ConnectingPeople.Domain.FollowUps.Report;

/// <summary>How many goals stand where, by their latest ratings.</summary>
/// <param name="Groups">The levels of fidelity that people with rated goals have.</param>
/// <param name="Ratings">Every rating that a goal has, lowest first.</param>
/// <param name="Reached">The rating from which a goal counts as reached.</param>
public sealed record GoalFigures(IReadOnlyList<string> Groups, IReadOnlyList<GoalRatingFigures> Ratings, int Reached)
{
    /// <summary>All rated goals: of each group, and under null of everybody.</summary>
    public required IReadOnlyDictionary<Grouping, ShownCount> Rated { get; init; }

    /// <summary>Those reached, in the same way.</summary>
    public required IReadOnlyDictionary<Grouping, ShownCount> ReachedCounts { get; init; }

    /// <summary>How many in a hundred rated goals are reached; null where that is kept back.</summary>
    public double? ReachedPercent(Grouping group) => ReachedCounts[group].PercentOf(Rated[group]);
}

/// <summary>Whose goals: those of people of one level of fidelity, or everybody's.</summary>
/// <param name="Fidelity">Null for everybody.</param>
public readonly record struct Grouping(string? Fidelity);

/// <summary>The goals with one rating.</summary>
/// <param name="Rating">The rating.</param>
/// <param name="Label">It in words; null where the file has none.</param>
/// <param name="Counts">By group, and everybody's.</param>
public sealed record GoalRatingFigures(int Rating, string? Label, IReadOnlyDictionary<Grouping, ShownCount> Counts);
