using System.Text.Json;
using ConnectingPeople.Functions.Tests.Forms;
using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.Waves;

/// <summary>Somebody's baseline: its page, and what is stored of it.</summary>
internal static class Baselines
{
    public static string Address(FilledForm person) => $"/participants/{person.Id}/waves/baseline";

    public static async Task<JsonElement> BaselineAsync(this App app, FilledForm person) =>
        (await app.GetAsync("administrator", $"/api/participants/{person.Id}")).Json.GetProperty("checkIns").EnumerateArray()
            .Single(checkIn => checkIn.GetProperty("wave").GetString() == "baseline");

    public static async Task<string?> ValueAsync(this App app, FilledForm person, string question) => (await app.BaselineAsync(person)).GetProperty("answers").EnumerateArray()
        .Single(answer => answer.GetProperty("question").GetString() == question).GetProperty("value").GetString();
}
