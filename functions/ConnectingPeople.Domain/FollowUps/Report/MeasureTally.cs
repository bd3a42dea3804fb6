using ConnectingPeople.Domain.FollowUps.Disclosure;
using ConnectingPeople.Domain.FollowUps.Statistics;

namespace ConnectingPeople.Domain.FollowUps.Report;

/// <summary>Takes one measure of the rows of <c>follow_up</c> in; holds three numbers at most for each person who has it.</summary>
/// <param name="isBetweenWaves">Whether it stands for the time between the waves, and so has no baseline and no change.</param>
public sealed class MeasureTally(bool isBetweenWaves)
{
    private readonly Dictionary<string, Values> groups = [];

    /// <summary>Takes a person's values in, unless one that the measure has is missing.</summary>
    public void Add(string fidelity, double? baseline, double? nineMonth, double? change)
    {
        if (nineMonth is not { } after || (!isBetweenWaves && (baseline is null || change is null)))
        {
            return;
        }

        if (!groups.TryGetValue(fidelity, out Values? values))
        {
            groups[fidelity] = values = new Values([], [], []);
        }

        values.NineMonth.Add(after);
        if (!isBetweenWaves)
        {
            values.Baseline.Add(baseline!.Value);
            values.Change.Add(change!.Value);
        }
    }

    public MeasureFigures Figures()
    {
        List<MeasureGroup> shown = [.. FidelityGroup.InOrder(groups.Keys).Select(group => Of(group, groups[group]))];
        if (shown.Count > 1 && shown.All(group => group.Shown is not null))
        {
            shown.Add(Of(null, Together()));
        }

        return new MeasureFigures(shown);
    }

    private Values Together()
    {
        Values[] all = [.. FidelityGroup.InOrder(groups.Keys).Select(group => groups[group])];
        return new Values(
            [.. all.SelectMany(group => group.Baseline)],
            [.. all.SelectMany(group => group.NineMonth)],
            [.. all.SelectMany(group => group.Change)]);
    }

    private MeasureGroup Of(string? fidelity, Values values)
    {
        int n = values.NineMonth.Count;
        return n < MeasureFigures.Least
            ? new MeasureGroup(fidelity, ShownCount.Small, null)
            : new MeasureGroup(fidelity, ShownCount.Exact(n), new MeasureSummary(
                isBetweenWaves ? null : Summary.Of(values.Baseline),
                Summary.Of(values.NineMonth),
                isBetweenWaves ? null : Summary.Of(values.Change),
                Microaggregation.Of(isBetweenWaves ? values.NineMonth : values.Change, Math.Max(MeasureFigures.Least, n / MeasureFigures.MostMarks))));
    }

    private sealed record Values(List<double> Baseline, List<double> NineMonth, List<double> Change);
}
