using System.Net;
using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.Participants;

/// <summary>Breaks, coming back, leaving and goals, as staff ask for them.</summary>
public sealed class ChangeTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private static readonly object Consent = new { givenOn = "2026-01-05", version = "2" };

    private readonly App app = shared.App;

    [Theory]
    [InlineData("pause", """{"until":"2026-01-01"}""", "until")]
    [InlineData("pause", """{"until":"soon"}""", "until")]
    [InlineData("pause", """{"until":5}""", "until")]
    [InlineData("pause", """{"until":"-0005-01-01"}""", "until")]
    [InlineData("pause", """{"till":"2026-03-05"}""", "till")]
    [InlineData("resume", """{"consent":"yes"}""", "consent")]
    [InlineData("resume", """{"consent":{}}""", "consent")]
    [InlineData("resume", """{"consent":{"givenOn":"2126-01-01","version":"1"}}""", "consent")]
    [InlineData("resume", """{"consent":{"givenOn":"-0044-03-15","version":"1"}}""", "consent")]
    [InlineData("resume", """{"consent":{"givenOn":"2026-01-02"}}""", "consent")]
    [InlineData("withdraw", """{"why":"moved"}""", "why")]
    [InlineData("goals", "{}", "text")]
    [InlineData("goals", """{"text":" "}""", "text")]
    [InlineData("goals", """{"text":"a\u0007b"}""", "text")]
    [InlineData("goals", """{"text":["Swim"]}""", "text")]
    public async Task A_change_that_cannot_be_made_names_the_field_and_changes_nothing(string change, string body, string field)
    {
        string id = await app.EnrolAsync(SharedApps.NewPhone());
        IReadOnlyList<string> before = await app.RowsAsync();

        Answer answer = await app.PostAsync("administrator", $"/api/participants/{id}/{change}", body);

        Assert.True(answer.Status == HttpStatusCode.BadRequest, $"{answer.Status} {answer.Text}");
        Assert.Equal(field, answer.Json.GetProperty("errors")[0].GetProperty("field").GetString());
        Assert.Equal(before, await app.RowsAsync());
    }

    [Fact]
    public async Task Ten_goals_are_the_most()
    {
        string id = await app.EnrolAsync(SharedApps.NewPhone());
        for (int i = 2; i <= 10; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await app.PostAsync("administrator", $"/api/participants/{id}/goals", new { text = $"Goal {i}" })).Status);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await app.PostAsync("administrator", $"/api/participants/{id}/goals", new { text = "One more" })).Status);
        Assert.Equal(10, (await app.PersonAsync(id)).GetProperty("goals").GetArrayLength());
    }

    [Fact]
    public async Task A_pause_keeps_messages_away_until_it_ends()
    {
        (string phone, string id) = await EnrolAsync();
        string until = app.Now().InUtc().Date.Next(IsoDayOfWeek.Thursday).PlusDays(7).ToString("uuuu-MM-dd", null);

        Answer paused = await ChangeAsync(id, "pause", new { until });

        Assert.Equal(("paused", until), (paused.Json.GetProperty("status").GetString(), paused.Json.GetProperty("pausedUntil").GetString()));
        await app.GoToCheckInAsync();
        Assert.Empty(app.Taken(phone));
        await app.GoToCheckInAsync();
        Assert.Single(app.Taken(phone));
    }

    [Fact]
    public async Task A_pause_without_an_end_lasts_until_somebody_ends_it()
    {
        (string phone, string id) = await EnrolAsync();
        await ChangeAsync(id, "pause", new { });

        await app.GoToCheckInAsync();
        await app.GoToCheckInAsync();
        Assert.Empty(app.Taken(phone));

        await ChangeAsync(id, "resume", new { });
        await app.AdvanceAsync("PT3H");
        Assert.Empty(app.Taken(phone));
        await app.GoToCheckInAsync();
        Assert.Single(app.Taken(phone));
    }

    [Fact]
    public async Task Only_consent_brings_back_somebody_who_opted_out()
    {
        (string phone, string id) = await EnrolAsync();
        await app.TextAsync(phone, "please stop texting me");

        Answer without = await app.PostAsync("administrator", $"/api/participants/{id}/resume", new { });

        Assert.Equal(HttpStatusCode.BadRequest, without.Status);
        Assert.Equal("consent", without.Json.GetProperty("errors")[0].GetProperty("field").GetString());
        await app.GoToCheckInAsync();
        Assert.Empty(app.Taken(phone));
        Assert.False((await ChangeAsync(id, "resume", new { consent = Consent })).Json.GetProperty("optedOut").GetBoolean());
        await app.GoToCheckInAsync();
        Assert.Single(app.Taken(phone));
    }

    [Fact]
    public async Task Pausing_and_resuming_never_undo_an_opt_out()
    {
        (string phone, string id) = await EnrolAsync();
        await ChangeAsync(id, "pause", new { until = app.Now().InUtc().Date.PlusDays(2).ToString("uuuu-MM-dd", null) });
        await app.TextAsync(phone, "STOP");

        await ChangeAsync(id, "goals", new { text = "Swim" });
        await app.TextAsync(phone, "hello");
        await app.GoToCheckInAsync();
        await app.GoToCheckInAsync();

        Assert.Empty(app.Taken(phone));
        Assert.True((await app.PersonAsync(id)).GetProperty("participant").GetProperty("optedOut").GetBoolean());
    }

    private async Task<(string Phone, string Id)> EnrolAsync()
    {
        string phone = SharedApps.NewPhone();
        return (phone, await app.EnrolAsync(phone));
    }

    private async Task<Answer> ChangeAsync(string id, string change, object body)
    {
        Answer answer = await app.PostAsync($"practitioner:{People.Practitioner}", $"/api/participants/{id}/{change}", body);
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        return answer;
    }
}
