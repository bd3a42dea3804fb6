using System.Net;
using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.Agencies;

/// <summary>Bad input, and who may read which agency.</summary>
public sealed class FidelityRouteTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly App app = shared.App;

    public static TheoryData<string, string, string> BadBodies() => new()
    {
        { "{}", "on source scores", "" },
        { "[]", "", "must be a JSON object" },
        { "{", "", "isn't JSON" },
        { "{\"assessments\":[]}", "assessments", "must hold 1 to 100 assessments" },
        { "{\"assessments\":{}}", "assessments", "must be a list of objects" },
        { "{\"assessments\":[1]}", "assessments", "must be a list of objects" },
        { "{\"assessments\":[GOOD],\"on\":\"2026-01-02\"}", "on", "isn't known here" },
        { "{\"assessments\":[GOOD,{}]}", "assessments[1].on assessments[1].source assessments[1].scores", "" },
        { One("\"goals-set\":3", "\"goals-set\":0"), "scores.goals-set", "must be a whole number from 1 to 5, without quotes" },
        { One("\"goals-set\":3", "\"goals-set\":6"), "scores.goals-set", "must be a whole number from 1 to 5" },
        { One("\"goals-set\":3", "\"goals-set\":3.5"), "scores.goals-set", "must be a whole number from 1 to 5" },
        { One("\"goals-set\":3", "\"goals-set\":\"3\""), "scores.goals-set", "without quotes" },
        { One("\"goals-set\":3", "\"goals-set\":99999999999999999999"), "scores.goals-set", "must be a whole number" },
        { One("\"goals-set\":3", "\"goals-set\":null"), "scores.goals-set", "is missing. Score every element." },
        { One("\"goals-set\":3", "\"gaols-set\":3"), "scores.gaols-set scores.goals-set", "isn't known here. Known are: strengths-assessed, goals-set" },
        { One("\"scores\":", "\"points\":"), "points scores", "must hold a score for each element" },
        { One("observer", "neighbour"), "source", "must be one of: service-user, practitioner, observer." },
        { One("\"observer\"", "1"), "source source", "must be text" },
        { One("2026-01-02", "2026-01-06"), "on", "lies in the future (2026-01-06)" },
        { One("2026-01-02", "2/1/2026"), "on", "must be the day of the assessment, such as 2026-03-05." },
        { One("2026-01-02", "2026-02-30"), "on", "must be the day of the assessment" },
        { One("\"source\"", "\"id\":\"A|B\",\"source\""), "id", "lower-case letters, digits and hyphens" },
        { One("\"source\"", "\"colour\":1,\"source\""), "colour", "isn't known here" },
        { "{\"assessments\":[" + One("\"source\"", "\"id\":\"visit\",\"source\"") + "," + One("\"source\"", "\"id\":\"visit\",\"source\"") + "]}", "assessments[1].id", "is visit, as another in this request is" },
    };

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task What_is_wrong_is_named_and_nothing_is_taken(string body, string fields, string says)
    {
        IReadOnlyList<string> before = await app.RowsAsync();

        Answer answer = await app.PutAsync("researcher", Assessing.North, body.Replace("GOOD", One(), StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(fields, answer.Json.TryGetProperty("errors", out var errors) ? string.Join(' ', errors.EnumerateArray().Select(error => error.GetProperty("field").GetString())) : "");
        Assert.Contains(says, answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(before, await app.RowsAsync());
    }

    [Fact]
    public async Task A_hundred_at_once_are_taken_and_one_more_is_not()
    {
        await app.PutAsync("administrator", "/api/agencies/many", new { name = "Many", sector = "nhs" });
        string Bodies(int count) => $"{{\"assessments\":[{string.Join(',', Enumerable.Repeat(One(), count))}]}}";

        Answer most = await app.PutAsync("researcher", "/api/agencies/many/fidelity", Bodies(100));
        Answer more = await app.PutAsync("researcher", "/api/agencies/many/fidelity", Bodies(101));

        Assert.Equal("not-assessed 3 100", most.Said());
        Assert.Equal(HttpStatusCode.BadRequest, more.Status);
    }

    [Fact]
    public async Task Another_assessment_of_that_day_and_source_needs_an_id()
    {
        await app.PutAsync("administrator", "/api/agencies/busy", new { name = "Busy", sector = "nhs" });
        await app.PutAsync("researcher", "/api/agencies/busy/fidelity", One());

        Answer refused = await app.PutAsync("researcher", "/api/agencies/busy/fidelity", One("\"goals-set\":3", "\"goals-set\":4"));
        Answer taken = await app.PutAsync("researcher", "/api/agencies/busy/fidelity", One("\"source\"", "\"id\":\"second\",\"source\""));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Give \"id\": \"2026-01-02-observer-1\" to correct it, or an id of its own", refused.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("not-assessed 3 2", taken.Said());
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("North")]
    [InlineData("a%2Fb")]
    [InlineData("%27%20or%20%27")]
    public async Task An_agency_that_nobody_added_is_not_found(string agency)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await app.PutAsync("researcher", $"/api/agencies/{agency}/fidelity", One())).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.GetAsync("researcher", $"/api/agencies/{agency}/fidelity")).Status);
    }

    [Theory]
    [InlineData("PUT", "administrator", "north", HttpStatusCode.OK)]
    [InlineData("PUT", "researcher", "north", HttpStatusCode.OK)]
    [InlineData("PUT", "supervisor:sue@example.org", "north", HttpStatusCode.Forbidden)]
    [InlineData("PUT", "practitioner:pat@example.org", "north", HttpStatusCode.Forbidden)]
    [InlineData("PUT", null, "north", HttpStatusCode.Unauthorized)]
    [InlineData("GET", "administrator", "north", HttpStatusCode.OK)]
    [InlineData("GET", "researcher", "north", HttpStatusCode.OK)]
    [InlineData("GET", "supervisor:sue@example.org", "north", HttpStatusCode.OK)]
    [InlineData("GET", "supervisor:sue@example.org", "south", HttpStatusCode.NotFound)]
    [InlineData("GET", "supervisor:sue@example.org", "nowhere", HttpStatusCode.NotFound)]
    [InlineData("GET", "supervisor:una@example.org", "north", HttpStatusCode.NotFound)]
    [InlineData("GET", "supervisor:una@example.org", "south", HttpStatusCode.OK)]
    [InlineData("GET", "supervisor:nobody@example.org", "north", HttpStatusCode.NotFound)]
    [InlineData("GET", "practitioner:pat@example.org", "north", HttpStatusCode.Forbidden)]
    [InlineData("GET", null, "north", HttpStatusCode.Unauthorized)]
    public async Task An_agency_is_assessed_and_seen_by_whom_it_concerns(string method, string? who, string agency, HttpStatusCode status)
    {
        await app.PutAsync("administrator", "/api/agencies/south", new { name = "South team", sector = "nhs" });
        foreach ((string email, string team) in ((string, string)[])[("sue@example.org", "north"), ("una@example.org", "south")])
        {
            await app.PutAsync("administrator", $"/api/staff/{email}", new { name = "Staff", agencyId = team, role = "supervisor" });
        }

        Answer answer = await app.SendAsync(who, new HttpMethod(method), $"/api/agencies/{agency}/fidelity", method == "PUT" ? One("\"source\"", "\"id\":\"role\",\"source\"") : null);

        Assert.Equal(status, answer.Status);
    }

    /// <summary>A sound assessment, or one that is broken in one place.</summary>
    private static string One(string? sound = null, string? broken = null)
    {
        const string Assessment =
            """
            {"on":"2026-01-02","source":"observer","scores":{"strengths-assessed":3,"goals-set":3,"community-engaged":3,"relationships-supported":3,"partnership":3,"staff-trained":3,"staff-supervised":3,"agency-allows":3}}
            """;
        return sound is null ? Assessment : Assessment.Replace(sound, broken, StringComparison.Ordinal);
    }
}
