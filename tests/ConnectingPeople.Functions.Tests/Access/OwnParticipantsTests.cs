using System.Net;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Storage;
using ConnectingPeople.Functions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectingPeople.Functions.Tests.Access;

/// <summary>Practitioners see their own people, supervisors their agency's, researchers nobody; somebody else's can't be told from nobody's.</summary>
public sealed class OwnParticipantsTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly App app = shared.App;

    [Theory]
    [InlineData("practitioner:pat@example.org", true)]
    [InlineData("practitioner:PAT@Example.org", true)]
    [InlineData("practitioner:sam@example.org", false)]
    [InlineData("practitioner:sue@example.org", false)]
    [InlineData("supervisor:sue@example.org", true)]
    [InlineData("supervisor:una@example.org", false)]
    [InlineData("supervisor:nobody@example.org", false)]
    [InlineData("supervisor:pat#ext#@example.org", false)]
    [InlineData("supervisor:a/b?c@example.org", false)]
    [InlineData("administrator", true)]
    public async Task A_participant_is_seen_and_changed_by_their_own_alone(string who, bool isTheirs)
    {
        string id = await EnrolAsync();
        string nobody = id == "CP-000000" ? "CP-111117" : "CP-000000";

        Answer seen = await app.GetAsync(who, $"/api/participants/{id}");
        Answer listed = await app.GetAsync(who, "/api/participants");

        Assert.Equal(isTheirs ? HttpStatusCode.OK : HttpStatusCode.NotFound, seen.Status);
        Assert.Equal(isTheirs, listed.Json.GetProperty("items").EnumerateArray().Any(item => item.GetProperty("id").GetString() == id));
        if (!isTheirs)
        {
            Answer none = await app.GetAsync(who, $"/api/participants/{nobody}");
            Assert.Equal(none.Text.Replace(nobody, id, StringComparison.Ordinal), seen.Text);
        }

        if (who.StartsWith("practitioner", StringComparison.Ordinal))
        {
            foreach ((string change, object body) in new (string, object)[] { ("goals", new { text = "Swim" }), ("pause", new { }), ("resume", new { }), ("withdraw", new { }) })
            {
                Answer changed = await app.PostAsync(who, $"/api/participants/{id}/{change}", body);
                Assert.Equal(isTheirs ? HttpStatusCode.OK : HttpStatusCode.NotFound, changed.Status);
            }
        }
    }

    [Theory]
    [InlineData("CP-7K3M9")]
    [InlineData("CP-7K3M9Z")]
    [InlineData("..")]
    [InlineData("%00")]
    [InlineData("participant")]
    [InlineData("%2F")]
    public async Task What_is_no_id_is_not_found(string id) =>
        Assert.Contains((await app.GetAsync("administrator", $"/api/participants/{id}")).Status, (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.BadRequest]);

    [Fact]
    public async Task A_researcher_reads_no_name_number_or_words()
    {
        string phone = SharedApps.NewPhone();
        string id = await EnrolAsync(phone);
        await app.TextAsync(phone, "my neighbour Zebedee came round");

        foreach (string path in (string[])["/api/participants", $"/api/participants/{id}", "/api/study"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await app.GetAsync("researcher", path)).Status);
        }

        Answer asked = await app.PostAsync("researcher", "/api/exports");
        await app.AdvanceAsync("PT1M", "PT1M");
        string export = asked.Location!;
        foreach (string file in (await app.GetAsync("researcher", export)).Json.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("name").GetString()!))
        {
            string text = (await app.GetAsync("researcher", $"{export}/{file}")).Text;
            Assert.All((string[])["Amira", "Khan", phone[3..], "example.org", "Pat"], secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_list_that_names_a_participant_under_another_agency_shows_nobody()
    {
        string id = await EnrolAsync();
        Stored? stored = await app.Services.GetRequiredService<ParticipantStore>().LoadAsync(Parsed(id), CancellationToken.None);
        await app.Services.GetRequiredService<AgencyStore>().ListAsync(Parsed(id), stored!.Person.Profile with { AgencyId = "south" }, CancellationToken.None);

        Answer listed = await app.GetAsync("supervisor:una@example.org", "/api/participants");

        Assert.Equal(0, listed.Json.GetProperty("items").GetArrayLength());
    }

    private static ParticipantId Parsed(string id) => ParticipantId.TryParse(id, out ParticipantId parsed) ? parsed : throw new FormatException(id);

    private async Task<string> EnrolAsync(string? phone = null)
    {
        await app.PutAsync("administrator", "/api/agencies/south", new { name = "South team", sector = "nhs" });
        foreach ((string email, string agency, string role) in ((string, string, string)[])
            [("sam@example.org", "north", "practitioner"), ("sue@example.org", "north", "supervisor"), ("una@example.org", "south", "supervisor")])
        {
            await app.PutAsync("administrator", $"/api/staff/{email}", new { name = "Staff", agencyId = agency, role });
        }

        return await app.EnrolAsync(phone ?? SharedApps.NewPhone());
    }
}
