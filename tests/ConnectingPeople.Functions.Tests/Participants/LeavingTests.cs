using System.Net;
using System.Text.Json;
using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.Participants;

/// <summary>Leaving is for good.</summary>
public sealed class LeavingTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private static readonly object Consent = new { givenOn = "2026-01-05", version = "2" };

    private readonly App app = shared.App;

    [Fact]
    public async Task Somebody_who_has_left_is_never_written_to_again()
    {
        (string phone, string id) = await EnrolAsync();
        await app.GoToCheckInAsync();
        Assert.Single(app.Taken(phone));

        Assert.Equal("withdrawn", (await ChangeAsync(id, "withdraw", new { })).Json.GetProperty("status").GetString());
        foreach (string change in (string[])["pause", "resume", "withdraw", "goals"])
        {
            Assert.Equal(HttpStatusCode.Conflict, (await app.PostAsync("administrator", $"/api/participants/{id}/{change}", new { consent = Consent, text = "Swim" })).Status);
        }

        Assert.Contains("left Connecting People", (await app.TextAsync(phone, "START")).Said(), StringComparison.Ordinal);
        await app.AdvanceAsync("P28D", "P1D");
        await app.GoToCheckInAsync();
        Assert.Single(app.Taken(phone));
        Assert.Contains("999", (await app.TextAsync(phone, "I want to die")).Said(), StringComparison.Ordinal);
        Assert.Contains("risk-phrase", await app.AlertsAsync(id));
    }

    [Fact]
    public async Task Leaving_wins_over_every_other_change_at_the_same_moment()
    {
        for (int i = 0; i < 8; i++)
        {
            (string phone, string id) = await EnrolAsync();

            await Task.WhenAll(((string[])["pause", "withdraw", "pause", "resume"]).Select(change => app.PostAsync("administrator", $"/api/participants/{id}/{change}", new { })));

            JsonElement person = (await app.PersonAsync(id)).GetProperty("participant");
            Assert.Equal("withdrawn", person.GetProperty("status").GetString());
        }
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
