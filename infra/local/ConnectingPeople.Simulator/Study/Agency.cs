namespace ConnectingPeople.Simulator.Study;

/// <summary>An agency that takes part in a demonstration, and its staff.</summary>
/// <param name="Id">As its address names it.</param>
/// <param name="Name">Made up.</param>
/// <param name="Sector"><c>local-authority</c>, <c>nhs</c> or <c>third-sector</c>.</param>
/// <param name="Members">At least one practitioner.</param>
public sealed record Agency(string Id, string Name, string Sector, IReadOnlyList<Staff> Members)
{
    /// <summary>Two agencies for a newcomer to meet.</summary>
    public static IReadOnlyList<Agency> Few { get; } =
    [
        new("riverside", "Riverside Council", "local-authority",
        [
            new Staff("Sam Okafor", "sam.okafor@riverside.example", "+447700900811"),
            new Staff("Ruth Bell", "ruth.bell@riverside.example", "+447700900812", Staff.Supervisor),
        ]),
        new("hillview", "Hillview Trust", "third-sector",
        [
            new Staff("Megan Price", "megan.price@hillview.example", "+447700900821"),
            new Staff("Joy Adams", "joy.adams@hillview.example", "+447700900822", Staff.Supervisor),
        ]),
    ];

    public IEnumerable<Staff> Practitioners => Members.Where(member => member.Role == Staff.Practitioner);

    /// <summary>The agency of that id among those, or the first.</summary>
    public static Agency At(string? id, IReadOnlyList<Agency> agencies) => agencies.FirstOrDefault(agency => agency.Id == id) ?? agencies[0];
}

/// <summary>Somebody who works there.</summary>
/// <param name="Name">Made up.</param>
/// <param name="Email">In a domain that can't exist.</param>
/// <param name="Phone">Of the numbers that are kept for drama.</param>
/// <param name="Role"><see cref="Practitioner"/> or <see cref="Supervisor"/>.</param>
public sealed record Staff(string Name, string Email, string Phone, string Role = Staff.Practitioner)
{
    public const string Practitioner = "practitioner";
    public const string Supervisor = "supervisor";
}
