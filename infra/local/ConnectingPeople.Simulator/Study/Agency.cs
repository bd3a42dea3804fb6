namespace ConnectingPeople.Simulator.Study;

/// <summary>An agency that takes part in the demonstration, and its practitioner.</summary>
public sealed record Agency(string Id, string Name, string Sector, string PractitionerName, string PractitionerEmail)
{
    public static IReadOnlyList<Agency> Demonstration { get; } =
    [
        new("riverside", "Riverside Council", "local-authority", "Sam Okafor", "sam.okafor@riverside.example"),
        new("hillview", "Hillview Trust", "third-sector", "Megan Price", "megan.price@hillview.example"),
    ];

    public static Agency At(string? id) => Demonstration.FirstOrDefault(agency => agency.Id == id) ?? Demonstration[0];
}
