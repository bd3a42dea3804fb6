using System.Text.Json;
using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Simulator.Twilio;

namespace ConnectingPeople.Functions.Tests.Replies;

public sealed class ReconciliationTests
{
    [Fact]
    public async Task What_people_wrote_while_the_app_was_away_is_taken_afterwards_and_once()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();
        await app.GoToAsync("2026-01-08T11:00:00Z");
        await app.AwayAsync(async () =>
        {
            TwilioMessage lost = await app.Phones.TypeAsync(People.Amira, "getting there");
            Assert.NotNull(lost.Trouble);
            await app.Phones.TypeAsync(People.Amira, "4");
        });

        await app.AdvanceAsync("PT45M", "PT15M");

        JsonElement amira = (await app.GetAsync("administrator", $"/api/participants/{id}")).Json;
        JsonElement weekly = amira.GetProperty("checkIns").EnumerateArray().Single(one => one.GetProperty("id").GetString() == "weekly-2026-01-08");
        Assert.Equal(["3"], weekly.GetProperty("answers").EnumerateArray().Select(answer => answer.GetProperty("value").GetString()));
        Assert.Equal(2, app.Phones.Received(People.Amira).Count);
        Assert.StartsWith("How many", app.Phones.Received(People.Amira)[^1], StringComparison.Ordinal); // which "4" was no answer to: nobody had asked yet
    }

    [Fact]
    public async Task A_stop_and_a_cry_for_help_while_the_app_was_away_are_not_lost()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();
        await app.AwayAsync(async () =>
        {
            await app.Phones.TypeAsync(People.Amira, "i want to die");
            await app.Phones.TypeAsync(People.Amira, "stop texting me");
        });

        await app.AdvanceAsync("P14D");

        JsonElement amira = (await app.GetAsync("administrator", $"/api/participants/{id}")).Json;
        Assert.Equal(["opted-out", "risk-phrase"], amira.GetProperty("alerts").EnumerateArray().Select(alert => alert.GetProperty("rule").GetString()).Order());
        Assert.True(amira.GetProperty("participant").GetProperty("optedOut").GetBoolean());
        Assert.Empty(app.Phones.Received(People.Amira));
    }

    [Fact]
    public async Task What_somebody_wrote_before_they_were_enrolled_is_left_where_it_is()
    {
        await using App app = await App.StartAsync();
        await app.Phones.TypeAsync(People.Amira, "stop texting me");
        await app.GoToAsync("2026-01-05T10:00:00Z");
        string id = await app.EnrolAsync();

        await app.AdvanceAsync("PT30M", "PT15M");

        JsonElement amira = (await app.GetAsync("administrator", $"/api/participants/{id}")).Json;
        Assert.False(amira.GetProperty("participant").GetProperty("optedOut").GetBoolean());
        Assert.Equal(0, amira.GetProperty("timeline").GetArrayLength());
    }

    [Fact]
    public async Task Nothing_is_answered_at_night()
    {
        await using App app = await App.StartAsync();
        await app.EnrolAsync();
        await app.GoToAsync("2026-01-08T23:00:00Z");
        int before = app.Phones.Received(People.Amira).Count;
        await app.AwayAsync(() => app.Phones.TypeAsync(People.Amira, "3"));

        await app.AdvanceAsync("PT1H", "PT15M");

        Assert.Equal(before, app.Phones.Received(People.Amira).Count);
    }
}

/// <summary>Takes the app away from the phones for a while.</summary>
internal static class Outage
{
    public static async Task AwayAsync(this App app, Func<Task> meanwhile)
    {
        Uri address = app.Phones.FunctionsUrl!;
        app.Phones.FunctionsUrl = new Uri("http://127.0.0.1:9");
        await meanwhile();
        app.Phones.FunctionsUrl = address;
    }
}
