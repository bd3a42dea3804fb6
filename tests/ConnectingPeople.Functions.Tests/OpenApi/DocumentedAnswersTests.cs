using System.Net.Http.Headers;
using System.Text.Json;
using ConnectingPeople.Functions.Tests.FollowUps;
using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.OpenApi;

/// <summary>What the app really takes and answers is what the document says, to the field: a story that calls every operation of the API.</summary>
public sealed class DocumentedAnswersTests : IAsyncLifetime
{
    private const string Admin = "administrator";
    private const string Pat = "practitioner:pat@example.org";
    private const string Sue = "supervisor:sue@example.org";
    private const string Researcher = "researcher";

    private App app = null!;
    private Exchanges calls = null!;

    [Fact]
    public async Task Every_answer_of_the_api_is_as_documented()
    {
        await AddStaffAsync();
        string amira = await EnrolAsync();
        await TalkAsync(amira);
        await InterviewAsync(amira);
        await AssessAsync();
        await LookAfterAlertsAsync();
        await ExportAsync();
        await AskAboutTheStudyAsync();
        await ChangeAsync(amira);
        await RefuseAsync(amira);
        await EraseAsync(amira);

        IEnumerable<string> unheard = (await app.DocumentAsync()).Operations().Where(operation => Answers(operation.Said, "application/json"))
            .Select(operation => operation.Route).Except(calls.Succeeded);
        Assert.Empty(await calls.FaultsAsync());
        Assert.Empty(unheard.Select(route => $"{route}: call it in this story, too."));
    }

    public async ValueTask InitializeAsync()
    {
        app = await App.StartAsync();
        calls = new Exchanges(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AddStaffAsync()
    {
        await calls.CallAsync(Admin, "PUT /api/agencies/{id}", 200, new { name = "North team", sector = "nhs" }, "north");
        await calls.CallAsync(Admin, "PUT /api/staff/{email}", 200, new { name = "Pat", agencyId = "north", role = "practitioner" }, "pat@example.org");
        await calls.CallAsync(
            Admin, "PUT /api/staff/{email}", 200, new { name = "Sue", agencyId = "north", role = "supervisor", phone = "07700 900456" }, "sue@example.org");
    }

    private async Task<string> EnrolAsync()
    {
        JsonElement enrolled = await calls.CallAsync(Pat, "POST /api/participants", 201, People.Form());
        await calls.CallAsync(Pat, "POST /api/participants", 409, People.Form());
        StringContent file = new("name,phone,channel,agencyId,practitionerEmail,clientGroup,consentGivenOn,consentVersion\n"
            + "Ben Lee,07700 900789,sms,north,pat@example.org,learning-disability,2026-01-02,1\n", new MediaTypeHeaderValue("text/csv"));
        await calls.CallAsync(Admin, "POST /api/participants/import", 200, file);
        return enrolled.GetProperty("id").GetString()!;
    }

    private async Task TalkAsync(string amira)
    {
        await app.GoToAsync("2026-01-08T11:00:00Z");
        await app.Phones.TypeAsync(People.Amira, "3");
        await app.Phones.TypeAsync(People.Amira, "call me");
        JsonElement list = await calls.CallAsync(Pat, "GET /api/participants", 200);
        JsonElement whole = await calls.CallAsync(Sue, "GET /api/participants/{id}", 200, null, amira);

        Assert.Equal(2, list.GetProperty("items").GetArrayLength());
        Assert.All((string[])["goals", "checkIns", "alerts", "timeline"], part => Assert.NotEqual(0, whole.GetProperty(part).GetArrayLength()));
    }

    private async Task InterviewAsync(string amira)
    {
        await calls.CallAsync(Pat, "PUT /api/participants/{id}/waves/{wave}/answers", 400, new { answers = new { weight = 70 } }, amira, "baseline");
        JsonElement study = await calls.CallAsync(Admin, "GET /api/study", 200);
        string questionnaire = study.GetProperty("waves").EnumerateArray().First(wave => wave.GetProperty("id").GetString() == "baseline").GetProperty("questionnaire").GetString()!;
        JsonElement scale = study.GetProperty("questionnaires").EnumerateArray().Single(one => one.GetProperty("id").GetString() == questionnaire)
            .GetProperty("questions").EnumerateArray().First(question => question.GetProperty("type").GetString() == "scale");

        Dictionary<string, object?> answers = new() { [scale.GetProperty("id").GetString()!] = scale.GetProperty("min").GetInt32() };
        await calls.CallAsync(Pat, "PUT /api/participants/{id}/waves/{wave}/answers", 200, new { answers }, amira, "baseline");
    }

    private async Task AssessAsync()
    {
        await calls.CallAsync(Sue, "GET /api/agencies/{id}/fidelity", 200, null, "north");
        JsonElement refused = await calls.CallAsync(
            Researcher, "PUT /api/agencies/{id}/fidelity", 400, new { on = "2026-01-05", source = "observer", scores = new Dictionary<string, int>() }, "north");
        Dictionary<string, int> scores = refused.GetProperty("errors").EnumerateArray()
            .ToDictionary(error => error.GetProperty("field").GetString()!["scores.".Length..], _ => 4);
        await calls.CallAsync(Researcher, "PUT /api/agencies/{id}/fidelity", 200, new { on = "2026-01-05", source = "observer", scores }, "north");
        object[] assessments = [new { id = "first-visit", on = "2026-01-06", source = "practitioner", scores }];
        JsonElement told = await calls.CallAsync(Admin, "PUT /api/agencies/{id}/fidelity", 200, new { assessments }, "north");

        Assert.Equal(2, told.GetProperty("recorded").GetArrayLength());
    }

    private async Task LookAfterAlertsAsync()
    {
        JsonElement alerts = await calls.CallAsync(Pat, "GET /api/alerts", 200, null, "?state=open");
        string alert = alerts.GetProperty("items")[0].GetProperty("id").GetString()!;
        await calls.CallAsync(Pat, "POST /api/alerts/{id}/acknowledge", 200, null, alert);
        await calls.CallAsync(Sue, "POST /api/alerts/{id}/resolve", 200, null, alert);
        await calls.CallAsync(Pat, "GET /api/alerts", 200, null, "?state=resolved");
        await calls.CallAsync(Pat, "GET /api/alerts", 400, null, "?state=lost");
    }

    private async Task ExportAsync()
    {
        await calls.CallAsync(Researcher, "POST /api/exports", 202);
        string export = await app.ExportAsync();
        await calls.CallAsync(Researcher, "GET /api/exports", 200);
        await calls.CallAsync(Researcher, "GET /api/exports/{id}", 200, null, export);
        await calls.CallAsync(Researcher, "GET /api/exports/{id}/{file}", 200, null, export, "manifest.json");
        await calls.CallAsync(Researcher, "GET /api/exports/{id}/{file}", 200, null, export, "participants.csv");
        await calls.CallAsync(Researcher, "GET /api/exports/{id}/{file}", 200, null, export, "datapackage.json");
        await calls.CallAsync(Admin, "POST /api/exports/{id}/release-free-text", 200, null, export);
    }

    private async Task AskAboutTheStudyAsync()
    {
        await calls.CallAsync(Admin, "POST /api/study/validate", 200, new StringContent("study: 5", new MediaTypeHeaderValue("application/yaml")));
        await calls.CallAsync(Admin, "POST /api/study/try-reply", 200, new { question = new { type = "scale", min = 1, max = 5 }, reply = "about 3" });
        await calls.CallAsync(Admin, "POST /api/study/try-reply", 200, new { question = new { type = "yes-no" }, reply = "maybe" });
        await calls.CallAsync(null, "GET /health", 200);
        await calls.CallAsync(null, "GET /health/ready", 200);
        await calls.CallAsync(null, "GET /api/openapi.json", 200);
    }

    private async Task ChangeAsync(string amira)
    {
        await calls.CallAsync(Pat, "POST /api/participants/{id}/goals", 200, new { text = "Swim" }, amira);
        await calls.CallAsync(Pat, "POST /api/participants/{id}/pause", 200, new { until = "2026-03-05" }, amira);
        await calls.CallAsync(Pat, "POST /api/participants/{id}/resume", 200, new { consent = new { givenOn = "2026-01-07", version = "2" } }, amira);
        await calls.CallAsync(Sue, "POST /api/participants/{id}/practitioner", 200, new { practitionerEmail = "pat@example.org" }, amira);
        await calls.CallAsync(Sue, "POST /api/participants/{id}/practitioner", 400, new { practitionerEmail = "nobody@example.org" }, amira);
        await calls.CallAsync(Pat, "POST /api/participants/{id}/withdraw", 200, null, amira);
        await calls.CallAsync(Pat, "POST /api/participants/{id}/goals", 409, new { text = "Swim" }, amira);
    }

    private async Task RefuseAsync(string amira)
    {
        await calls.CallAsync(null, "GET /api/participants/{id}", 401, null, amira);
        await calls.CallAsync(Researcher, "GET /api/participants/{id}", 403, null, amira);
        await calls.CallAsync("practitioner:sam@example.org", "GET /api/participants/{id}", 404, null, amira);
        await calls.CallAsync(Pat, "POST /api/participants", 413, new { name = new string('a', 300 * 1024) });
        await calls.CallAsync(Pat, "POST /api/participants", 400, new { colour = "red" });
        await calls.CallAsync(null, "POST /webhooks/twilio/messages", 403, new FormUrlEncodedContent([new("From", "+447700900123")]));
    }

    private async Task EraseAsync(string amira)
    {
        await calls.CallAsync(Admin, "GET /api/participants/{id}/record", 200, null, amira, "?format=json");
        await calls.CallAsync(Admin, "GET /api/participants/{id}/record", 200, null, amira, "?format=html");
        await calls.CallAsync(Admin, "POST /api/contacts/re-encrypt", 200);
        await calls.CallAsync(Admin, "DELETE /api/participants/{id}", 200, new { reason = "participant-asked" }, amira);
        JsonElement erased = await calls.CallAsync(Admin, "GET /api/participants/{id}", 200, null, amira);

        Assert.Equal("erased", erased.GetProperty("participant").GetProperty("status").GetString());
    }

    private static bool Answers(JsonElement operation, string mediaType) => operation.GetProperty("responses").EnumerateObject()
        .Any(response => response.Name[0] == '2' && response.Value.TryGetProperty("content", out JsonElement content) && content.TryGetProperty(mediaType, out _));
}
