namespace ConnectingPeople.Domain.FollowUps.Report;

/// <summary>How many agencies, not people, there are of a kind: what else than the model may set the groups apart.</summary>
/// <param name="Sector">As the column <c>sector</c> names it; null for agencies that aren't on the list.</param>
/// <param name="Fidelity">As the column <c>fidelity</c> names it.</param>
/// <param name="Agencies">How many.</param>
public sealed record AgenciesOfSector(string? Sector, string Fidelity, int Agencies);

/// <summary>Takes the rows of <c>participants</c> in; holds one entry for each agency.</summary>
public sealed class AgenciesTally
{
    private readonly Dictionary<string, (string? Sector, string Fidelity)> agencies = [];

    public void Add(string agency, string? sector, string fidelity) => agencies.TryAdd(agency, (sector, fidelity));

    public IReadOnlyList<AgenciesOfSector> Figures() =>
    [
        .. agencies.Values.GroupBy(agency => agency)
            .OrderBy(kind => kind.Key.Sector, StringComparer.Ordinal).ThenBy(kind => kind.Key.Fidelity, StringComparer.Ordinal)
            .Select(kind => new AgenciesOfSector(kind.Key.Sector, kind.Key.Fidelity, kind.Count())),
    ];
}
