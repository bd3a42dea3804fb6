using System.Net;
using System.Text.Json;
using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.Studies;

public sealed class StudyRouteTests
{
    private const string Administrator = "administrator";

    [Fact]
    public async Task Only_administrators_get_at_the_definition()
    {
        await using App app = await App.StartAsync();

        foreach ((HttpMethod method, string path) in new[] { (HttpMethod.Get, "/api/study"), (HttpMethod.Post, "/api/study/validate"), (HttpMethod.Post, "/api/study/try-reply") })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await app.SendAsync(null, method, path)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await app.SendAsync("researcher", method, path)).Status);
        }
    }

    [Fact]
    public async Task The_definition_is_shown_in_its_own_words()
    {
        await using App app = await App.StartAsync();

        JsonElement study = (await app.GetAsync(Administrator, "/api/study")).Json;

        Assert.Equal("connecting-people", study.GetProperty("id").GetString());
        Assert.Equal("monday", study.GetProperty("sending").GetProperty("days")[0].GetString());
        JsonElement weekly = study.GetProperty("checkIns")[0];
        Assert.Equal("P7D thursday 11:00 skip", string.Join(' ', new[] { "every", "on", "at", "late" }.Select(name => weekly.GetProperty(name).GetString())));
        Assert.Equal("P9M", study.GetProperty("waves")[1].GetProperty("due").GetString());
        JsonElement questions = study.GetProperty("questionnaires")[0].GetProperty("questions");
        Assert.Contains("{{ goal }}", questions[0].GetProperty("text").GetProperty("en-GB-easy").GetString(), StringComparison.Ordinal);
        Assert.Equal("getting there", questions[0].GetProperty("labels").GetProperty("3").GetString());
        Assert.Equal("money", questions[5].GetProperty("options")[0].GetProperty("value").GetString());
        Assert.Equal("""{"question":"goal","atMost":2}""", questions[5].GetProperty("askWhen").GetRawText());
    }

    [Fact]
    public async Task A_sound_definition_is_valid()
    {
        await using App app = await App.StartAsync();

        Answer checkedAs = await app.PostAsync(Administrator, "/api/study/validate", ShippedDefinition.Text);

        Assert.Equal(HttpStatusCode.OK, checkedAs.Status);
        Assert.True(checkedAs.Json.GetProperty("valid").GetBoolean());
        Assert.Equal(0, checkedAs.Json.GetProperty("errors").GetArrayLength());
    }

    [Fact]
    public async Task Every_error_names_line_path_and_cure()
    {
        await using App app = await App.StartAsync();

        JsonElement answer = (await app.PostAsync(Administrator, "/api/study/validate", "study:\n  id: x\n  colour: red\n")).Json;

        Assert.False(answer.GetProperty("valid").GetBoolean());
        JsonElement error = answer.GetProperty("errors").EnumerateArray().Single(error => error.GetProperty("path").GetString()!.Contains("colour", StringComparison.Ordinal));
        Assert.Equal(("definition", 3), (error.GetProperty("file").GetString(), error.GetProperty("line").GetInt32()));
        Assert.NotEmpty(error.GetProperty("problem").GetString()!);
        Assert.NotEmpty(error.GetProperty("cure").GetString()!);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a: [")]
    [InlineData("- 1")]
    public async Task What_is_no_definition_is_not_valid(string text)
    {
        await using App app = await App.StartAsync();

        Answer answer = await app.PostAsync(Administrator, "/api/study/validate", text);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.False(answer.Json.GetProperty("valid").GetBoolean());
    }

    [Fact]
    public async Task A_definition_of_more_than_a_megabyte_is_too_large()
    {
        await using App app = await App.StartAsync();

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await app.PostAsync(Administrator, "/api/study/validate", new string('#', (1024 * 1024) + 1))).Status);
    }

    [Fact]
    public async Task A_reply_is_tried_on_a_question_of_the_study_or_on_one_of_its_own()
    {
        await using App app = await App.StartAsync();

        foreach (object question in new object[] { "goal", "weekly/goal", new { type = "scale", min = 1, max = 4 } })
        {
            JsonElement understood = (await app.PostAsync(Administrator, "/api/study/try-reply", new { question, reply = "3" })).Json;

            Assert.Equal("answer", understood.GetProperty("outcome").GetString());
            Assert.Equal("3", understood.GetProperty("value").GetString());
            Assert.False(understood.GetProperty("risk").GetBoolean());
        }

        JsonElement stopped = (await app.PostAsync(Administrator, "/api/study/try-reply", new { question = "goal", reply = "STOP" })).Json;
        Assert.Equal("""{"outcome":"opt-out","risk":false}""", stopped.GetRawText());
    }

    [Theory]
    [InlineData("""{"question":"nonsense","reply":"3"}""", "question")]
    [InlineData("""{"question":"weekly/nonsense","reply":"3"}""", "question")]
    [InlineData("""{"question":{"type":"scales"},"reply":"3"}""", "question.type")]
    [InlineData("""{"question":7,"reply":"3"}""", "question")]
    [InlineData("""{"question":"goal"}""", "reply")]
    [InlineData("""{"question":"goal","reply":3}""", "reply")]
    [InlineData("""{"question":"goal","reply":"3","colour":"red"}""", "colour")]
    public async Task What_cannot_be_tried_says_what_is_wrong(string body, string field)
    {
        await using App app = await App.StartAsync();

        Answer answer = await app.PostAsync(Administrator, "/api/study/try-reply", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal([field], answer.Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString()));
    }
}
