using System.Net.Http.Json;
using System.Text.Json;

namespace ConnectingPeople.LocalHost.Tests.Support;

/// <summary>Speaks to <c>/local/clock</c>.</summary>
internal static class TheClock
{
    public const string Monday = "2026-01-05T09:00:00Z";

    /// <summary>Moves the clock and gives what it answered.</summary>
    public static async Task<JsonElement> MoveAsync(this App app, object command)
    {
        HttpResponseMessage answer = await app.Http.PostAsJsonAsync("/local/clock", command);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
