namespace ConnectingPeople.Domain.FollowUps.Report;

/// <summary>Takes the rows of <c>flow</c> in; holds one number for each stage of each agency.</summary>
public sealed class ParticipantFlowTally
{
    private static readonly Dictionary<string, FlowCount> Stages = new[]
    {
        FlowCount.Enrolled, FlowCount.Baseline, FlowCount.NineMonthDue, FlowCount.NineMonth, FlowCount.Withdrawn, FlowCount.Lost,
    }.ToDictionary(Words.Of);

    private readonly Dictionary<FlowGroup, Dictionary<FlowCount, long>> agencies = [];

    /// <param name="stage">Such as <c>nine-month-due</c>; one that the report doesn't know is passed over.</param>
    /// <param name="agency">The agency's id.</param>
    /// <param name="fidelity">Its level.</param>
    /// <param name="count">How many people reached the stage.</param>
    public void Add(string stage, string agency, string fidelity, long count)
    {
        if (!Stages.TryGetValue(stage, out FlowCount what))
        {
            return;
        }

        FlowGroup group = new(fidelity, agency);
        if (!agencies.TryGetValue(group, out Dictionary<FlowCount, long>? counts))
        {
            agencies[group] = counts = [];
        }

        counts[what] = counts.GetValueOrDefault(what) + count;
    }

    public ParticipantFlow Figures() =>
        ParticipantFlow.Of(agencies.ToDictionary(agency => agency.Key, agency => (IReadOnlyDictionary<FlowCount, long>)agency.Value));
}
