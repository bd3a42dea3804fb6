using System.Net;
using System.Text.Json;
using ConnectingPeople.Functions.Tests.FollowUps;
using ConnectingPeople.Functions.Tests.Forms;
using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.Waves;

public sealed class InterviewTests
{
    internal static readonly Dictionary<string, object?> All = new()
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

    [Fact]
    public async Task An_unknown_wave_is_not_found_and_the_known_ones_are_named()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();

        Answer refused = await app.PutAsync("researcher", $"/api/participants/{id}/waves/midway/answers", new { answers = new { advice = 1 } });

        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
        Assert.Contains("baseline, nine-month", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Early_answers_are_kept_marked_as_outside_the_window_and_never_asked_by_text()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();
        await app.GoToAsync("2026-08-01T10:00:00Z");

        Answer early = await app.PutAsync("researcher", $"/api/participants/{id}/waves/nine-month/answers", new { answers = new { advice = 1 } });
        await app.GoToAsync("2026-09-20T10:00:00Z");
        await app.GoToAsync("2026-10-05T10:00:00Z");

        Assert.Equal(HttpStatusCode.OK, early.Status);
        Assert.Equal(("2026-09-19", "2026-11-18"), (Window(early, "from"), Window(early, "to")));
        Assert.False(early.Json.GetProperty("inWindow").GetBoolean());
        Assert.Contains("How easy is it to hear from people you know", app.Phones.Received(People.Amira)[^1], StringComparison.Ordinal);
        Assert.Single(await WavesAsync(app, id, "nine-month"));
    }

    [Fact]
    public async Task Late_answers_complete_a_wave_that_was_missed_and_nothing_is_sent()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();
        await app.GoToAsync("2026-02-16T00:00:00Z");
        await app.GoToAsync("2026-02-20T10:00:00Z");
        int sent = app.Phones.Received(People.Amira).Count;

        Answer late = await PutAsync(app, id, new { answers = All });
        Answer again = await PutAsync(app, id, new { answers = new Dictionary<string, object> { ["own-words"] = "The choir" } });

        Assert.Equal(("completed", false), (late.Json.GetProperty("status").GetString(), late.Json.GetProperty("inWindow").GetBoolean()));
        Assert.Equal(HttpStatusCode.OK, again.Status);
        JsonElement baseline = Assert.Single(await WavesAsync(app, id, "baseline"));
        Assert.Equal("completed", baseline.GetProperty("status").GetString());
        Assert.Equal("The choir", ValueOf(baseline, "own-words"));
        Assert.StartsWith("2026-02-16T00:00:0", baseline.GetProperty("closedAt").GetString(), StringComparison.Ordinal);
        Assert.Equal(sent, app.Phones.Received(People.Amira).Count);
    }

    [Fact]
    public async Task Where_the_form_says_otherwise_both_are_kept_and_the_interview_holds()
    {
        await using App app = await App.StartAsync();
        await app.AddStaffAsync();
        FilledForm form = await app.BaselineFormAsync();
        await form.AnswerAsync("advice", "2");

        await PutAsync(app, form.Id.Text, new { answers = new { advice = 4 } });

        JsonElement baseline = await BaselineAsync(app, form.Id.Text);
        Assert.Equal("4", ValueOf(baseline, "advice"));
        Assert.Equal(("2", "email-form"), (
            baseline.GetProperty("overridden")[0].GetProperty("value").GetString(), baseline.GetProperty("overridden")[0].GetProperty("source").GetString()));
        PageAnswer page = await app.BrowseAsync($"practitioner:{People.Practitioner}", $"/participants/{form.Id}");
        string export = await app.ExportAsync();
        Assert.Equal(["4 interview", "2 email-form"], Exporting.Rows(await app.BytesAsync(export, "answers.csv"))
            .Where(row => row["question_id"] == "advice").Select(row => $"{row["value"]} {row["source"]}"));
        Assert.Contains("Advice: 2. The interview says otherwise, and holds", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_interviewers_at_once_lose_no_answer()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();
        await app.AdvanceAsync("PT1H");

        Answer[] answers = await Task.WhenAll(All.Select(answer =>
            PutAsync(app, id, new { answers = new Dictionary<string, object?> { [answer.Key] = answer.Value } })));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        JsonElement baseline = await BaselineAsync(app, id);
        Assert.Equal(("completed", 15), (baseline.GetProperty("status").GetString(), baseline.GetProperty("answers").GetArrayLength()));
    }

    [Fact]
    public async Task Whoever_has_left_takes_no_answers()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();
        await app.PostAsync("administrator", $"/api/participants/{id}/withdraw");

        Answer refused = await PutAsync(app, id, new { answers = new { advice = 1 } });

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("left the study", refused.Text, StringComparison.Ordinal);
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

    private static async Task<IReadOnlyList<JsonElement>> WavesAsync(App app, string id, string wave) =>
        [.. (await app.GetAsync("administrator", $"/api/participants/{id}")).Json.GetProperty("checkIns").EnumerateArray()
            .Where(checkIn => checkIn.GetProperty("wave").GetString() == wave)];

    private static string? Window(Answer answer, string end) => answer.Json.GetProperty("window").GetProperty(end).GetString();

    private static string? ValueOf(JsonElement checkIn, string question) => checkIn.GetProperty("answers").EnumerateArray()
        .Single(answer => answer.GetProperty("question").GetString() == question).GetProperty("value").GetString();
}
