using System.Net;
using System.Text.Json;
using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.Access;

/// <summary>Role by route by whose participant: who is let in, who learns that it is for other roles, and who not even that it is there.</summary>
public sealed class WhoseTests : IAsyncLifetime
{
    /// <summary>Everybody who may come, in the order of the table's columns. Amira is Pat's, of the agency north.</summary>
    private static readonly string[] Callers =
    [
        "practitioner:pat@example.org", "practitioner:nan@example.org", "practitioner:sam@example.org",
        "supervisor:sue@example.org", "supervisor:sid@example.org", "administrator:ada@example.org", "researcher:rob@example.org",
    ];

    private App app = null!;
    private string amira = "";
    private string alert = "";

    /// <summary>
    /// Columns: her practitioner, another of her agency, one of another agency, her agency's supervisor, another agency's, an
    /// administrator, a researcher. <c>in</c>, <c>403</c> for the wrong role, <c>404</c> for somebody else's.
    /// </summary>
    public static TheoryData<string, string, string> Cells() => new()
    {
        { "GET", "/api/participants/{id}", "in 404 404 in 404 in 403" },
        { "POST", "/api/participants/{id}/pause", "in 404 404 403 403 in 403" },
        { "POST", "/api/participants/{id}/resume", "in 404 404 403 403 in 403" },
        { "POST", "/api/participants/{id}/goals", "in 404 404 403 403 in 403" },
        { "POST", "/api/participants/{id}/withdraw", "in 404 404 403 403 in 403" },
        { "PUT", "/api/participants/{id}/waves/baseline/answers", "in 404 404 403 403 403 in" },
        { "GET", "/participants/{id}/waves/baseline", "in 404 404 403 403 403 in" },
        { "POST", "/participants/{id}/waves/baseline", "in 404 404 403 403 403 in" },
        { "POST", "/api/alerts/{alert}/acknowledge", "in 404 404 in 404 403 403" },
        { "POST", "/api/alerts/{alert}/resolve", "in 404 404 in 404 403 403" },
        { "GET", "/api/agencies/north/fidelity", "403 403 403 in 404 in in" },
    };

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Everybody_reaches_their_own_and_nobody_elses(string method, string route, string expected)
    {
        string path = route.Replace("{id}", amira, StringComparison.Ordinal).Replace("{alert}", alert, StringComparison.Ordinal);
        List<string> found = [];
        foreach (string caller in Callers)
        {
            Answer answer = await app.SendAsync(caller, new HttpMethod(method), path, method == "GET" ? null : new { text = "A goal" });
            found.Add(answer.Status switch
            {
                HttpStatusCode.Forbidden => "403",
                HttpStatusCode.NotFound => "404",
                HttpStatusCode.Unauthorized => "401",
                >= HttpStatusCode.InternalServerError => answer.Text,
                _ => "in",
            });
        }

        Assert.Equal(expected, string.Join(' ', found));
    }

    public async ValueTask InitializeAsync()
    {
        app = await App.StartAsync();
        amira = await app.EnrolAsync();
        await app.PutAsync("administrator", "/api/agencies/south", new { name = "South team", sector = "nhs" });
        foreach ((string email, string agency, string role) in (IEnumerable<(string, string, string)>)
        [
            ("nan", "north", "practitioner"), ("sam", "south", "practitioner"), ("sue", "north", "supervisor"), ("sid", "south", "supervisor"),
        ])
        {
            await app.PutAsync("administrator", $"/api/staff/{email}@example.org", new { name = email, agencyId = agency, role });
        }

        await app.Phones.TypeAsync(People.Amira, "call me");
        JsonElement items = (await app.GetAsync(Callers[0], "/api/alerts?state=open")).Json.GetProperty("items");
        alert = items[0].GetProperty("id").GetString()!;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
