using System.Text.Json;
using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Simulator.Twilio;

namespace ConnectingPeople.Functions.Tests.Alerts;

/// <summary>
/// An instance dies before or after each single call to storage from the worrying message to the record that its alert was told:
/// between commit and hand-over, between claim and sending, between sending and record. Somebody is told all the same.
/// </summary>
public sealed class TellingCrashTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Telling_survives_a_crash_at_every_call_to_storage(bool after)
    {
        StorageObserver storage = new();
        await using App app = await App.StartAsync(observer: storage);
        await app.AddTeamAsync();
        await app.EnrolForPatAsync();
        int crash = 0;
        for (bool crashed = true; crashed && crash < 60; crash++)
        {
            storage.Reset(crash, after);
            TwilioMessage typed = await app.Phones.TypeAsync(People.Amira, "i want to die");
            await app.AdvanceAsync("PT1M", "PT1M");
            crashed = storage.Crashed;
            storage.Reset();
            await app.Phones.SendAgainAsync(typed.Sid);
            await app.AdvanceAsync("PT12M", "PT1M");

            JsonElement alert = Assert.Single(await app.OpenAsync());
            string id = alert.GetProperty("id").GetString()!;
            Assert.Equal("notified", alert.GetProperty("state").GetString());
            Assert.InRange(app.Phones.Inboxes.At(Team.Pat).Count(email => email.About["alerts"].Contains($"{id}@", StringComparison.Ordinal)), 1, 2);
            Assert.Empty(app.Phones.Inboxes.At(Team.Sue));
            await app.PostAsync(Team.AsPat, $"/api/alerts/{id}/resolve");
        }

        Assert.InRange(crash, 12, 59);
    }
}
