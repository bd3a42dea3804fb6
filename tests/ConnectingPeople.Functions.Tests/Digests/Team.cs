using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Simulator.SendGrid;

namespace ConnectingPeople.Functions.Tests.Digests;

/// <summary>An app that sends digests: Pat and Noor work in the north for Sue; Noor has nobody, nor has Sam in the empty south.</summary>
public static class Team
{
    public const string Sue = "sue@example.org";
    public const string Noor = "noor@example.org";
    public const string Sam = "sam@example.org";

    private static readonly (string Email, string Name, string Agency, string Role)[] Everybody =
    [
        (Noor, "Noor", "north", "practitioner"), (Sue, "Sue", "north", "supervisor"), (Sam, "Sam", "south", "supervisor"),
    ];

    /// <summary>The Monday after the first week, a minute before digests go.</summary>
    public const string BeforeTheFirst = "2026-01-12T07:29:00Z";

    /// <param name="observer">Sees every call to storage.</param>
    /// <param name="schedule">When digests go.</param>
    /// <param name="staff">Who works there besides Pat; all when left out.</param>
    public static async Task<App> StartAsync(StorageObserver? observer = null, string schedule = "0 30 7 * * 1", params string[] staff)
    {
        App app = await App.StartAsync(observer: observer, settings: $"--DigestSchedule={schedule}");
        await app.AddStaffAsync();
        await app.PutAsync("administrator", "/api/agencies/south", new { name = "South team", sector = "third-sector" });
        foreach ((string email, string name, string agency, string role) in Everybody.Where(one => staff.Length == 0 || staff.Contains(one.Email)))
        {
            await app.PutAsync("administrator", $"/api/staff/{email}", new { name, agencyId = agency, role });
        }

        return app;
    }

    /// <summary>The digests about a week in all inboxes, or in one.</summary>
    public static IReadOnlyList<Email> Digests(this App app, string week, string? at = null) =>
        [.. app.Phones.Inboxes.All.Where(email => email.Text.Contains($"/digest?week={week}\n", StringComparison.Ordinal) && (at is null || email.To == at))];
}
