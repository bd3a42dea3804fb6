namespace ConnectingPeople.Simulator.Study;

/// <summary>An agency that takes part in the demonstration, and its staff.</summary>
public sealed record Agency(string Id, string Name, string Sector, Staff Practitioner, Staff Supervisor)
{
    public static IReadOnlyList<Agency> Demonstration { get; } =
    [
        new("riverside", "Riverside Council", "local-authority",
            new Staff("Sam Okafor", "sam.okafor@riverside.example", "+447700900811"), new Staff("Ruth Bell", "ruth.bell@riverside.example", "+447700900812")),
        new("hillview", "Hillview Trust", "third-sector",
            new Staff("Megan Price", "megan.price@hillview.example", "+447700900821"), new Staff("Joy Adams", "joy.adams@hillview.example", "+447700900822")),
    ];

    public static Agency At(string? id) => Demonstration.FirstOrDefault(agency => agency.Id == id) ?? Demonstration[0];
}

/// <summary>Somebody who works there.</summary>
/// <param name="Name">Made up.</param>
/// <param name="Email">In a domain that can't exist.</param>
/// <param name="Phone">Of the numbers that are kept for drama.</param>
public sealed record Staff(string Name, string Email, string Phone);
