using System.Net;
using System.Text.Json;
using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.FollowUps;

public sealed class InterviewTests
{
    private static readonly Dictionary<string, object?> All = new()
    {
        ["advice"] = 4,
        ["information"] = "3",
        ["practical-help"] = 5,
        ["helped-someone"] = "yes",
        ["included"] = 2,
        ["belonging"] = 3,
        ["contacts"] = 7,
        ["someone-to-tell"] = 1,
        ["places"] = new[] { "group", "home" },
        ["confidence"] = 3,
        ["days"] = 4,
        ["lonely"] = null,
        ["services"] = 2,
        ["last-outing"] = "2026-01-03",
        ["own-words"] = "My neighbour's dog",
    };

    [Fact]
    public async Task A_baseline_interview_completes_the_wave_and_stands_in_the_datasets()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();
        await app.AdvanceAsync("PT1H");

        Answer some = await PutAsync(app, id, new { answers = new { advice = 1, contacts = 3 } });
        Answer all = await PutAsync(app, id, new { answers = All });

        Assert.Equal((HttpStatusCode.OK, "open", 13), (some.Status, some.Json.GetProperty("status").GetString(), some.Json.GetProperty("missing").GetArrayLength()));
        Assert.Equal(("completed", 0), (all.Json.GetProperty("status").GetString(), all.Json.GetProperty("missing").GetArrayLength()));
        JsonElement baseline = await BaselineAsync(app, id);
        Assert.Equal(("completed", 15), (baseline.GetProperty("status").GetString(), baseline.GetProperty("answers").GetArrayLength()));
        Assert.Equal("4", ValueOf(baseline, "advice"));
        Assert.Equal("home;group", ValueOf(baseline, "places"));
        Assert.Null(ValueOf(baseline, "lonely"));
        Assert.Empty(app.Phones.Received(People.Amira));
    }

    [Fact]
    public async Task Answers_that_cannot_be_are_named_and_none_of_them_is_taken()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();
        await app.AdvanceAsync("PT1H");

        Answer refused = await PutAsync(app, id, new { answers = new Dictionary<string, object> { ["advice"] = 9, ["helped-someone"] = "maybe", ["places"] = new[] { "moon" }, ["weather"] = 1, ["days"] = 4 }, day = "x" });

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(
            ["day", "answers.advice", "answers.helped-someone", "answers.places", "answers.weather"],
            refused.Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString()));
        Assert.Equal(0, (await BaselineAsync(app, id)).GetProperty("answers").GetArrayLength());
    }

    [Theory]
    [InlineData("midway", HttpStatusCode.NotFound)]
    [InlineData("nine-month", HttpStatusCode.Conflict)]
    public async Task A_wave_that_is_unknown_or_not_open_takes_no_answers(string wave, HttpStatusCode status)
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();
        await app.AdvanceAsync("PT1H");

        Assert.Equal(status, (await app.PutAsync("researcher", $"/api/participants/{id}/waves/{wave}/answers", new { answers = new { advice = 1 } })).Status);
    }

    [Fact]
    public async Task An_interview_in_the_middle_of_a_text_conversation_moves_it_on()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();
        await app.AdvanceAsync("P9M", "P7D");
        await app.GoToAsync("2026-10-05T10:00:00Z");
        Assert.Contains("15 questions", app.Phones.Received(People.Amira)[^1], StringComparison.Ordinal);

        await app.PutAsync($"practitioner:{People.Practitioner}", $"/api/participants/{id}/waves/nine-month/answers", new { answers = new { advice = 4, information = 2 } });
        await app.Phones.TypeAsync(People.Amira, "5");
        Assert.StartsWith("How easy is it to get a hand", app.Phones.Received(People.Amira)[^1], StringComparison.Ordinal);
        await app.Phones.TypeAsync(People.Amira, "5");

        Assert.StartsWith("In the last 4 weeks", app.Phones.Received(People.Amira)[^1], StringComparison.Ordinal);
    }

    private static Task<Answer> PutAsync(App app, string id, object body) =>
        app.PutAsync($"practitioner:{People.Practitioner}", $"/api/participants/{id}/waves/baseline/answers", body);

    private static async Task<JsonElement> BaselineAsync(App app, string id) =>
        (await app.GetAsync("administrator", $"/api/participants/{id}")).Json.GetProperty("checkIns").EnumerateArray()
            .Single(checkIn => checkIn.GetProperty("wave").GetString() == "baseline");

    private static string? ValueOf(JsonElement checkIn, string question) => checkIn.GetProperty("answers").EnumerateArray()
        .Single(answer => answer.GetProperty("question").GetString() == question).GetProperty("value").GetString();
}
