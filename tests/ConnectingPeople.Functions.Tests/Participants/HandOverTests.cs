using System.Net;
using System.Text.Json;
using Azure.Data.Tables;
using ConnectingPeople.Functions.Tests.Alerts;
using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.Participants;

/// <summary>People are handed over to another practitioner of their agency, by its supervisor or an administrator.</summary>
public sealed class HandOverTests
{
    private const string Noor = "noor@example.org";
    private const string AsSue = $"supervisor:{Team.Sue}";

    [Theory]
    [InlineData(AsSue)]
    [InlineData("administrator")]
    public async Task The_person_is_in_the_new_caseload_in_no_other_and_alerts_go_there(string by)
    {
        await using App app = await StartAsync();
        string id = await app.EnrolForPatAsync();

        Answer answer = await HandOverAsync(app, by, id, " Noor@Example.org ");

        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        Assert.Equal(Noor, answer.Json.GetProperty("practitionerEmail").GetString());
        Assert.Equal([id], await CaseloadAsync(app, Noor));
        Assert.Empty(await CaseloadAsync(app, Team.Pat));
        await app.Phones.TypeAsync(People.Amira, "i want to die");
        await app.AdvanceAsync("PT2M", "PT1M");
        Assert.Single(app.Phones.Inboxes.At(Noor));
        Assert.Empty(app.Phones.Inboxes.At(Team.Pat));
        TableEntity audit = await app.Storage.Staff.QueryAsync<TableEntity>(row => row.PartitionKey == "audit").SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("hand-over", id, Noor), (audit.GetString("Did"), audit.GetString("Participant"), audit.GetString("Practitioner")));
    }

    [Fact]
    public async Task Whoever_takes_over_hears_of_what_nobody_acknowledged_and_of_nothing_else()
    {
        await using App app = await StartAsync();
        string id = await app.EnrolForPatAsync();
        await app.Phones.TypeAsync(People.Amira, "call me");
        await app.AdvanceAsync("PT7M", "PT1M");
        string alert = (await app.OpenAsync())[0].GetProperty("id").GetString()!;
        await app.PostAsync(Team.AsPat, $"/api/alerts/{alert}/acknowledge");
        await app.Phones.TypeAsync(People.Amira, "i want to die");
        await app.AdvanceAsync("PT2M", "PT1M");
        Assert.Equal(2, app.Phones.Inboxes.At(Team.Pat).Count);

        await HandOverAsync(app, AsSue, id, Noor);
        await app.AdvanceAsync("PT20M", "PT1M");

        Assert.Single(app.Phones.Inboxes.At(Noor));
        Assert.Equal(2, app.Phones.Inboxes.At(Team.Pat).Count);
    }

    [Theory]
    [InlineData("nobody@example.org")]
    [InlineData("sam@example.org")]
    [InlineData("rae@example.org")]
    [InlineData("a/b?c@example.org")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Nobody_but_staff_of_their_agency_with_a_caseload_can_take_over(string? practitioner)
    {
        await using App app = await StartAsync();
        string id = await app.EnrolForPatAsync();
        IReadOnlyList<string> before = await app.RowsAsync();

        Answer answer = await HandOverAsync(app, AsSue, id, practitioner);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("practitionerEmail", answer.Json.GetProperty("errors")[0].GetProperty("field").GetString());
        Assert.Equal(before, await app.RowsAsync());
    }

    [Fact]
    public async Task A_researcher_cannot_be_the_practitioner_of_whom_one_enrols()
    {
        await using App app = await StartAsync();
        Dictionary<string, object?> form = People.Form();
        form["practitionerEmail"] = "rae@example.org";

        Answer answer = await app.PostAsync("administrator", "/api/participants", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("practitionerEmail", answer.Json.GetProperty("errors")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task A_supervisor_of_another_agency_finds_nobody_and_whoever_left_stays_where_they_are()
    {
        await using App app = await StartAsync();
        string id = await app.EnrolForPatAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await HandOverAsync(app, "supervisor:sam@example.org", id, Noor)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await HandOverAsync(app, AsSue, "CP-000000", Noor)).Status);
        await app.PostAsync(Team.AsPat, $"/api/participants/{id}/withdraw");
        Assert.Equal(HttpStatusCode.Conflict, (await HandOverAsync(app, AsSue, id, Noor)).Status);

        Assert.Equal([id], await CaseloadAsync(app, Team.Pat));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task To_ask_again_completes_what_died_at_whatever_call_to_storage(bool after)
    {
        StorageObserver storage = new();
        await using App app = await StartAsync(storage);
        string id = await app.EnrolForPatAsync();
        (string to, string from) = (Noor, Team.Pat);
        int crash = 0;
        for (bool died = true; died && crash < 40; crash++)
        {
            storage.Reset(crash, after);
            Answer first = await HandOverAsync(app, AsSue, id, to);
            died = storage.Crashed;
            storage.Reset();
            Assert.Equal(died ? HttpStatusCode.InternalServerError : HttpStatusCode.OK, first.Status);

            Assert.Equal(HttpStatusCode.OK, (await HandOverAsync(app, AsSue, id, to)).Status);

            Assert.Equal([id], await CaseloadAsync(app, to));
            Assert.Empty(await CaseloadAsync(app, from));
            (to, from) = (from, to);
        }

        Assert.InRange(crash, 6, 39);
    }

    private static async Task<App> StartAsync(StorageObserver? storage = null)
    {
        App app = await App.StartAsync(observer: storage);
        await app.AddTeamAsync();
        await app.PutAsync("administrator", "/api/agencies/south", new { name = "South team", sector = "nhs" });
        foreach ((string email, string agency, string role) in ((string, string, string)[])
            [(Noor, "north", "practitioner"), ("sam@example.org", "south", "supervisor"), ("rae@example.org", "north", "researcher")])
        {
            await app.PutAsync("administrator", $"/api/staff/{email}", new { name = "Staff", agencyId = agency, role });
        }

        return app;
    }

    private static Task<Answer> HandOverAsync(App app, string by, string id, string? practitioner) =>
        app.PostAsync(by, $"/api/participants/{id}/practitioner", new { practitionerEmail = practitioner });

    private static async Task<IReadOnlyList<string?>> CaseloadAsync(App app, string practitioner)
    {
        JsonElement items = (await app.GetAsync($"practitioner:{practitioner}", "/api/participants")).Json.GetProperty("items");
        return [.. items.EnumerateArray().Select(person => person.GetProperty("id").GetString())];
    }
}
