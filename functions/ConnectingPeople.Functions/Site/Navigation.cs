using ConnectingPeople.Functions.Access;

namespace ConnectingPeople.Functions.Site;

/// <summary>A page that the navigation leads to.</summary>
/// <param name="Name">As the navigation says it.</param>
/// <param name="Address">Its route.</param>
/// <param name="What">What one does there, in a sentence for the home page.</param>
/// <param name="For">Who may.</param>
public sealed record Place(string Name, string Address, string What, params Role[] For)
{
    /// <summary>Whether its people land there when they open the site.</summary>
    public bool IsHome { get; init; }
}

/// <summary>The pages in the order of the navigation. A page that is there adds its line here; nothing else lists pages.</summary>
public static class Navigation
{
    private static readonly Place[] Places =
    [
        new("Caseload", "/caseload", "Everybody you work with, and who needs you first.", Role.Practitioner, Role.Supervisor, Role.Administrator) { IsHome = true },
        new("Alerts", "/alerts", "What somebody should look at now.", Role.Practitioner, Role.Supervisor, Role.Administrator),
        new("Digest", "/digest", "Who moved on, who went quiet, and what to talk about in supervision.", Role.Practitioner, Role.Supervisor, Role.Administrator),
        new("Waves", "/waves", "Baseline and nine-month interviews: what is open, until when, and what is missing.", Role.Practitioner, Role.Researcher),
        new("Enrol", "/enrol", "Enrol somebody and see the first message that they will get.", Role.Practitioner, Role.Administrator),
        new("Agencies", "/agencies", "How things go, to talk about in supervision.", Role.Supervisor, Role.Administrator),
        new("Exports", "/exports", "Snapshots of the follow-up datasets, to download and analyse.", Role.Researcher) { IsHome = true },
        new("Study", "/study", "What people are asked and when; try a reply, or check a new definition.", Role.Administrator),
        new("Unknown numbers", "/unknown-numbers", "What people wrote from numbers that nobody is enrolled with, and who may be in danger.", Role.Administrator),
        new("Health", "/service-health", "Whether the work is done: what waits, what failed, and what to try again.", Role.Administrator),
    ];

    /// <summary>Where somebody may go.</summary>
    public static IEnumerable<Place> For(Visit visit) => Places.Where(place => visit.Is(place.For));
}
