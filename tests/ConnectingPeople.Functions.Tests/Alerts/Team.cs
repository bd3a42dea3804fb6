using System.Text.Json;
using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.Alerts;

/// <summary>Who hears of alerts: Pat works with Amira, Sue supervises, the duty contact is there day and night where a test wants one.</summary>
internal static class Team
{
    public const string Pat = People.Practitioner;
    public const string PatsPhone = "+447700900801";
    public const string Sue = "sue@example.org";
    public const string Duty = "duty@example.org";
    public const string DutyPhone = "+447700900802";
    public const string AsPat = $"practitioner:{Pat}";

    /// <summary>The shipped definition with somebody on duty.</summary>
    public static Task<string> WithDutyAsync() => ShippedDefinition.WithAsync(
        ("  gatherFor: PT5M\n", $"  gatherFor: PT5M\n  duty: {{ email: {Duty}, phone: \"{DutyPhone}\" }}\n"));

    /// <summary>Adds the agency with Pat, who has a phone or none, and Sue.</summary>
    public static async Task AddTeamAsync(this App app, bool withPhone = false, bool withSue = true)
    {
        await app.PutAsync("administrator", "/api/agencies/north", new { name = "North team", sector = "nhs" });
        await app.PutAsync("administrator", $"/api/staff/{Pat}", new { name = "Pat", agencyId = "north", role = "practitioner", phone = withPhone ? PatsPhone : null });
        if (withSue)
        {
            await app.AddSueAsync();
        }
    }

    public static Task AddSueAsync(this App app) =>
        app.PutAsync("administrator", $"/api/staff/{Sue}", new { name = "Sue", agencyId = "north", role = "supervisor" });

    /// <summary>Enrols somebody of Pat's without saving Pat anew.</summary>
    public static async Task<string> EnrolForPatAsync(this App app, string phone = People.Amira, string name = "Amira Khan")
    {
        Answer enrolled = await app.PostAsync("administrator", "/api/participants", People.Form(phone, name));
        Assert.True(enrolled.Status == System.Net.HttpStatusCode.Created, enrolled.Text);
        return enrolled.Json.GetProperty("id").GetString()!;
    }

    public static async Task<JsonElement[]> OpenAsync(this App app) =>
        [.. (await app.GetAsync(AsPat, "/api/alerts?state=open")).Json.GetProperty("items").EnumerateArray()];

    public static async Task<string?[]> StatesAsync(this App app) => [.. (await app.OpenAsync()).Select(alert => alert.GetProperty("state").GetString())];

    public static IReadOnlyList<string> SubjectsAt(this App app, string address) => [.. app.Phones.Inboxes.At(address).Select(email => email.Subject)];
}
