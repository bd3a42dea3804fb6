using ConnectingPeople.Domain.Agencies;
using ConnectingPeople.Simulator.Cohort;

namespace ConnectingPeople.Local.Launcher.Demonstrations;

/// <summary>Who isn't there any more after nine months, and how they went.</summary>
public static class Attrition
{
    /// <summary>How much less often people go who are supported by an agency that implements the model fully: this project's assumption.</summary>
    private const double FullHolds = 0.75;

    /// <summary>Of ten who go. The pilot's summary tells how many were lost, not how; these shares are this project's assumption.</summary>
    private static readonly Ending[] OfTen =
    [
        Ending.Withdraws, Ending.OptsOut, Ending.FallsSilent, Ending.Withdraws, Ending.FallsSilent,
        Ending.Withdraws, Ending.OptsOut, Ending.FallsSilent, Ending.Withdraws, Ending.NumberDies,
    ];

    /// <summary>Draws how many go, neither more nor fewer.</summary>
    /// <returns>The places of those who go.</returns>
    public static Dictionary<int, Ending> Draw(IReadOnlyList<(Chance Chance, FidelityLevel Fidelity)> people, int lost) => people
        .Select((person, place) => (Place: place, Hold: person.Chance.Of("goes") / (person.Fidelity == FidelityLevel.Full ? FullHolds : 1)))
        .OrderBy(person => person.Hold)
        .Take(lost)
        .Select((person, nth) => (person.Place, Ending: OfTen[nth % OfTen.Length]))
        .ToDictionary(person => person.Place, person => person.Ending);
}
