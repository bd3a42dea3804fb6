using System.Globalization;
using ConnectingPeople.Domain.Agencies;
using ConnectingPeople.Simulator.Study;

namespace ConnectingPeople.Local.Launcher.Demonstrations;

/// <summary>
/// Fourteen agencies of three sectors with thirty-nine members of staff, as many as the pilot had. As there, all but one of those
/// that implement the model fully are in the third sector. None of them exists.
/// </summary>
public static class CohortAgencies
{
    private const string Council = "local-authority";
    private const string Nhs = "nhs";
    private const string Third = "third-sector";

    private static readonly (string Id, string Name, string Sector, FidelityLevel Fidelity, string[] Members)[] Plans =
    [
        ("harbour-house", "Harbour House", Third, FidelityLevel.Full, ["Ines Moreau", "Callum Reid", "Beth Sutton"]),
        ("open-door", "Open Door Friends", Third, FidelityLevel.Full, ["Yusuf Demir", "Katie Lowe", "Alan Frost"]),
        ("common-ground", "Common Ground", Third, FidelityLevel.Full, ["Priya Nair", "Jack Holloway", "Moira Quinn"]),
        ("lantern", "Lantern Community Trust", Third, FidelityLevel.Full, ["Leah Fisher", "Omar Siddiq", "Hugh Carver"]),
        ("meadow-lane", "Meadow Lane Centre", Third, FidelityLevel.Partial, ["Tess Arnold", "Diane Marsh"]),
        ("northgate", "Northgate Recovery Team", Nhs, FidelityLevel.Full, ["Kwame Asante", "Rosie Platt", "Ian Fletcher"]),
        ("southfield", "Southfield Mental Health Team", Nhs, FidelityLevel.Partial, ["Helen Vance", "Piotr Wolski", "Carol Dunn"]),
        ("castle-street", "Castle Street Outreach Team", Nhs, FidelityLevel.Partial, ["Marcus Bright", "Zoe Tanner", "Peter Gould"]),
        ("westbrook", "Westbrook Learning Disability Team", Nhs, FidelityLevel.Partial, ["Nia Rowlands", "Stuart Keane", "Linda Marlow"]),
        ("oakwood", "Oakwood Early Help Team", Nhs, FidelityLevel.NotAssessed, ["Farah Malik", "Colin Drew"]),
        ("ridley", "Ridley Council Social Work Team", Council, FidelityLevel.Partial, ["Gareth Moss", "Ana Ferreira", "Sheila Noble"]),
        ("marsh-end", "Marsh End Council Community Team", Council, FidelityLevel.Partial, ["Joel Baxter", "Ruby Chandra", "Derek Shaw"]),
        ("fenwick", "Fenwick Council Support Team", Council, FidelityLevel.Partial, ["Amy Whitlock", "Sean Doherty", "Val Pearce"]),
        ("calder", "Calder Council Learning Disability Team", Council, FidelityLevel.NotAssessed, ["Toby Nash", "Jean Hollis"]),
    ];

    /// <summary>The agencies; the last member of each is its supervisor.</summary>
    public static IReadOnlyList<Agency> All { get; } =
        [.. Plans.Select((plan, place) => new Agency(plan.Id, plan.Name, plan.Sector, [.. plan.Members.Select((name, nth) => Member(plan.Id, name, place, nth, nth == plan.Members.Length - 1))]))];

    /// <summary>How fully an agency implements the model, which the study learns by assessments alone.</summary>
    public static FidelityLevel FidelityOf(Agency agency) => Plans.First(plan => plan.Id == agency.Id).Fidelity;

    private static Staff Member(string agency, string name, int place, int nth, bool isSupervisor) => new(
        name,
        $"{name.ToLowerInvariant().Replace(' ', '.')}@{agency}.example",
        string.Create(CultureInfo.InvariantCulture, $"+447700900{800 + (place * 5) + nth}"),
        isSupervisor ? Staff.Supervisor : Staff.Practitioner);
}
