using ConnectingPeople.Domain.FollowUps.Disclosure;
using ConnectingPeople.Domain.FollowUps.Statistics;

namespace ConnectingPeople.Domain.FollowUps.Report;

/// <summary>
/// A measure by how fully agencies implement the model, of the people who have it both at baseline and after nine months; or, for one
/// that stands for the time between, at nine months.
/// </summary>
/// <param name="Groups">The levels that such people have, and last everybody, where no level is too small to be shown.</param>
public sealed record MeasureFigures(IReadOnlyList<MeasureGroup> Groups)
{
    /// <summary>How many people make a mean or more: a mean of fewer would say too much about each.</summary>
    public const int Least = Suppression.Threshold;

    /// <summary>About how many marks of its spread a group has at most: more lie on each other.</summary>
    public const int MostMarks = 40;

    /// <summary>
    /// How much more the full group changed than the partial one, by Welch; null where either can't be shown, or nobody's values differ.
    /// </summary>
    public MeanDifference? Difference => Compared is var (full, partial) ? MeanDifference.Welch(full, partial) : null;

    /// <summary>The same in standard deviations of change.</summary>
    public StandardisedDifference? Standardised => Compared is var (full, partial) ? StandardisedDifference.Hedges(full, partial) : null;

    private (Summary Full, Summary Partial)? Compared =>
        Of(FidelityGroup.Full) is { } full && Of(FidelityGroup.Partial) is { } partial ? (full.Outcome, partial.Outcome) : null;

    private MeasureSummary? Of(string fidelity) => Groups.FirstOrDefault(group => group.Fidelity == fidelity)?.Shown;
}

/// <summary>One group's values of a measure.</summary>
/// <param name="Fidelity">Null for everybody.</param>
/// <param name="N">How many people.</param>
/// <param name="Shown">Null for too small a group.</param>
public sealed record MeasureGroup(string? Fidelity, ShownCount N, MeasureSummary? Shown);

/// <summary>The values of a group that is large enough.</summary>
/// <param name="Baseline">At baseline; null for a measure of the time between.</param>
/// <param name="NineMonth">After nine months.</param>
/// <param name="Change">Nine months less baseline, of each person; null for a measure of the time between.</param>
/// <param name="Spread">The changes, or the values without one, in ascending order, each the mean of five people or more; so nobody's own.</param>
public sealed record MeasureSummary(Summary? Baseline, Summary NineMonth, Summary? Change, IReadOnlyList<double> Spread)
{
    /// <summary>What groups are compared by: the change, or the value of a measure of the time between.</summary>
    public Summary Outcome => Change ?? NineMonth;
}
