using System.Net;
using System.Text.Json;
using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.Alerts;

public sealed class AlertTests
{
    private const string Pat = $"practitioner:{People.Practitioner}";

    [Fact]
    public async Task What_worries_stands_first_in_the_practitioners_list_until_somebody_resolves_it()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();
        await app.Phones.TypeAsync(People.Amira, "call me");
        await app.Phones.TypeAsync(People.Amira, "i want to die");

        JsonElement[] open = await OpenAsync(app, Pat);

        Assert.Equal(["risk-phrase", "asked-for-a-call"], open.Select(alert => alert.GetProperty("rule").GetString()));
        Assert.Equal(("urgent", "raised", id), (open[0].GetProperty("severity").GetString(), open[0].GetProperty("state").GetString(), open[0].GetProperty("participantId").GetString()));
        Assert.DoesNotContain("die", open[0].GetProperty("summary").GetString(), StringComparison.Ordinal);
        string risk = open[0].GetProperty("id").GetString()!;
        await app.PostAsync(Pat, $"/api/alerts/{risk}/acknowledge");
        Assert.Equal("acknowledged", (await OpenAsync(app, Pat))[0].GetProperty("state").GetString());
        await app.PostAsync(Pat, $"/api/alerts/{risk}/resolve");
        Assert.Equal(["asked-for-a-call"], (await OpenAsync(app, Pat)).Select(alert => alert.GetProperty("rule").GetString()));
    }

    [Fact]
    public async Task Who_was_first_is_told_to_whoever_comes_second_and_nothing_changes()
    {
        await using App app = await App.StartAsync();
        await app.EnrolAsync();
        await app.PutAsync("administrator", "/api/staff/sue@example.org", new { name = "Sue", agencyId = "north", role = "supervisor" });
        await app.Phones.TypeAsync(People.Amira, "call me");
        string alert = (await OpenAsync(app, Pat)).Single().GetProperty("id").GetString()!;

        Answer first = await app.PostAsync(Pat, $"/api/alerts/{alert}/resolve");
        Answer second = await app.PostAsync("supervisor:sue@example.org", $"/api/alerts/{alert}/resolve");
        Answer late = await app.PostAsync("supervisor:sue@example.org", $"/api/alerts/{alert}/acknowledge");

        Assert.All([first, second, late], answer => Assert.Equal(
            (HttpStatusCode.OK, "resolved", People.Practitioner),
            (answer.Status, answer.Json.GetProperty("state").GetString(), answer.Json.GetProperty("resolvedBy").GetString())));
    }

    [Fact]
    public async Task Nobody_elses_alerts_are_seen_or_touched()
    {
        await using App app = await App.StartAsync();
        await app.EnrolAsync();
        await app.Phones.TypeAsync(People.Amira, "call me");
        string alert = (await OpenAsync(app, Pat)).Single().GetProperty("id").GetString()!;

        Assert.Empty(await OpenAsync(app, "practitioner:other@example.org"));
        Assert.Empty(await OpenAsync(app, "supervisor:other@example.org"));
        foreach (string id in (string[])[alert, "CP-000000:risk-phrase-2026-01-05", "nonsense", alert + "x"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await app.PostAsync("practitioner:other@example.org", $"/api/alerts/{id}/resolve")).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await app.PostAsync(Pat, $"/api/alerts/{alert}x/resolve")).Status);
        Assert.Equal("raised", (await OpenAsync(app, Pat)).Single().GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_state_that_is_none_is_refused_with_those_that_are()
    {
        await using App app = await App.StartAsync();

        Answer refused = await app.GetAsync(Pat, "/api/alerts?state=shut");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("open, raised, notified, acknowledged, resolved", refused.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private static async Task<JsonElement[]> OpenAsync(App app, string role) =>
        [.. (await app.GetAsync(role, "/api/alerts?state=open")).Json.GetProperty("items").EnumerateArray()];
}
