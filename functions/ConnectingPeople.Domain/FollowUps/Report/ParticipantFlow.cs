using ConnectingPeople.Domain.FollowUps.Disclosure;

namespace ConnectingPeople.Domain.FollowUps.Report;

/// <summary>A group of participants: everybody, those of one level of fidelity, or those of one agency.</summary>
/// <param name="Fidelity">Null for everybody.</param>
/// <param name="Agency">Null for more than one agency.</param>
public sealed record FlowGroup(string? Fidelity, string? Agency)
{
    public static FlowGroup Everybody { get; } = new(null, null);
}

/// <summary>How many went how far, kept from giving small counts away: stages, what lies between them, and agencies among each other.</summary>
public sealed class ParticipantFlow
{
    private static readonly (FlowCount Whole, FlowCount[] Parts)[] Sums =
    [
        (FlowCount.Enrolled, [FlowCount.Baseline, FlowCount.NoBaseline]),
        (FlowCount.Enrolled, [FlowCount.NineMonthDue, FlowCount.NotYetDue]),
        (FlowCount.NineMonthDue, [FlowCount.NineMonth, FlowCount.NotFollowedUp]),
        (FlowCount.Enrolled, [FlowCount.NineMonth, FlowCount.Withdrawn, FlowCount.Lost, FlowCount.StillIn]),
    ];

    /// <summary>What is shown of one agency.</summary>
    private static readonly FlowCount[] OfAgency =
        [FlowCount.Enrolled, FlowCount.NineMonthDue, FlowCount.NineMonth, FlowCount.NotYetDue, FlowCount.NotFollowedUp];

    private readonly IReadOnlyDictionary<(FlowGroup Group, FlowCount What), ShownCount> shown;

    private ParticipantFlow(IReadOnlyDictionary<(FlowGroup Group, FlowCount What), ShownCount> shown) => this.shown = shown;

    /// <summary>The levels of fidelity that agencies have.</summary>
    public IReadOnlyList<FlowGroup> Levels { get; private init; } = [];

    /// <summary>The agencies by level and name.</summary>
    public IReadOnlyList<FlowGroup> Agencies { get; private init; } = [];

    /// <summary>Whether anybody is enrolled.</summary>
    public bool IsEmpty => !shown.TryGetValue((FlowGroup.Everybody, FlowCount.Enrolled), out ShownCount enrolled) || enrolled.Value == 0;

    /// <returns>Null where the files don't add up to a count: a difference below nought.</returns>
    public ShownCount? Of(FlowGroup group, FlowCount what) => shown.TryGetValue((group, what), out ShownCount count) ? count : null;

    /// <summary>How many in a hundred of those whose nine months are over were measured; null where either is kept back or nobody's are.</summary>
    public double? RetentionPercent(FlowGroup group) =>
        Of(group, FlowCount.NineMonth) is { } followed && Of(group, FlowCount.NineMonthDue) is { } due ? followed.PercentOf(due) : null;

    /// <param name="stages">Of each agency the stages of <c>flow</c>; what is missing is nought.</param>
    internal static ParticipantFlow Of(IReadOnlyDictionary<FlowGroup, IReadOnlyDictionary<FlowCount, long>> stages)
    {
        FlowGroup[] agencies = [.. stages.Keys.OrderBy(agency => agency.Agency, StringComparer.Ordinal)];
        FlowGroup[] levels = [.. FidelityGroup.InOrder(agencies.Select(agency => agency.Fidelity!)).Select(level => new FlowGroup(level, null))];
        Dictionary<FlowGroup, Dictionary<FlowCount, long>> counts = agencies.ToDictionary(agency => agency, agency => Whole(stages[agency]));
        foreach (FlowGroup level in levels)
        {
            counts[level] = Add(agencies.Where(agency => agency.Fidelity == level.Fidelity).Select(agency => counts[agency]));
        }

        counts[FlowGroup.Everybody] = Add(levels.Select(level => counts[level]));
        return new ParticipantFlow(Link(counts).Show())
        {
            Levels = levels,
            Agencies = [.. levels.SelectMany(level => agencies.Where(agency => agency.Fidelity == level.Fidelity))],
        };
    }

    private static Dictionary<FlowCount, long> Whole(IReadOnlyDictionary<FlowCount, long> stages)
    {
        Dictionary<FlowCount, long> all = Enum.GetValues<FlowCount>().ToDictionary(count => count, count => stages.GetValueOrDefault(count));
        foreach ((FlowCount whole, FlowCount[] parts) in Sums)
        {
            all[parts[^1]] = all[whole] - parts[..^1].Sum(part => all[part]);
        }

        return all;
    }

    private static Dictionary<FlowCount, long> Add(IEnumerable<Dictionary<FlowCount, long>> groups) =>
        Enum.GetValues<FlowCount>().ToDictionary(count => count, count => groups.Sum(group => group[count]));

    private static LinkedCounts<(FlowGroup Group, FlowCount What)> Link(Dictionary<FlowGroup, Dictionary<FlowCount, long>> counts)
    {
        HashSet<FlowCount> sound = [.. Enum.GetValues<FlowCount>().Where(what => counts.Values.All(group => group[what] >= 0))];
        LinkedCounts<(FlowGroup Group, FlowCount What)> linked = new();
        foreach ((FlowGroup group, Dictionary<FlowCount, long> of) in counts)
        {
            HashSet<FlowCount> kept = [.. sound.Where(what => group.Agency is null || OfAgency.Contains(what))];
            foreach (FlowCount what in kept)
            {
                linked.Add((group, what), of[what], ImportanceOf(group, what));
            }

            foreach ((FlowCount whole, FlowCount[] parts) in Sums.Where(sum => kept.IsSupersetOf([sum.Whole, .. sum.Parts])))
            {
                linked.Sum((group, whole), parts.Select(part => (group, part)));
            }
        }

        foreach (FlowGroup group in counts.Keys.Where(group => group.Agency is null))
        {
            FlowGroup[] members = [.. counts.Keys.Where(member => IsPartOf(member, group))];
            foreach (FlowCount what in sound.Where(what => group.Fidelity is null || OfAgency.Contains(what)))
            {
                linked.Sum((group, what), members.Select(member => (member, what)));
            }
        }

        return linked;
    }

    /// <summary>Who came in and who was measured in the end is what readers look for, of everybody before all.</summary>
    private static int ImportanceOf(FlowGroup group, FlowCount what) => (group, what) switch
    {
        ({ Agency: not null }, _) => 1,
        ({ Fidelity: null }, FlowCount.Enrolled or FlowCount.NineMonth) => 20,
        (_, FlowCount.Enrolled or FlowCount.NineMonth) => 5,
        _ => 1,
    };

    private static bool IsPartOf(FlowGroup member, FlowGroup group) => group.Fidelity is null
        ? member is { Fidelity: not null, Agency: null }
        : member.Agency is not null && member.Fidelity == group.Fidelity;
}
