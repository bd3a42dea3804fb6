using System.Net;
using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.Health;

/// <summary>While storage is away the app says so and takes nothing; afterwards it goes on where it was.</summary>
public sealed class StorageAwayTests
{
    [Fact]
    public async Task The_app_starts_without_storage_and_is_ready_when_storage_comes()
    {
        await using StorageRelays storage = await StorageRelays.MakeAsync();
        await using App app = await App.StartAsync(storage: storage.Account);

        Assert.Equal(HttpStatusCode.OK, (await app.GetAsync(null, "/health")).Status);
        Answer notReady = await app.GetAsync(null, "/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, notReady.Status);
        Assert.Contains("AzureWebJobsStorage", notReady.Text, StringComparison.Ordinal);
        Assert.True((await app.TextAsync(People.Amira, "help")).Status >= HttpStatusCode.InternalServerError);

        storage.Open();
        await ReadyAsync(app);
        await app.EnrolAsync();
        Assert.Equal(HttpStatusCode.OK, (await app.TextAsync(People.Amira, "help")).Status);
    }

    [Fact]
    public async Task A_reply_while_storage_is_away_is_refused_whole_and_taken_when_it_comes_again()
    {
        await using StorageRelays storage = await StorageRelays.MakeAsync();
        storage.Open();
        await using App app = await App.StartAsync(storage: storage.Account);
        await ReadyAsync(app);
        string id = await app.EnrolAsync();
        await app.GoToAsync("2026-01-08T11:00:00Z");
        IReadOnlyList<string> before = await app.RowsAsync();
        string sid = TwilioPosts.NewSid();

        await storage.CloseAsync();
        Assert.True((await app.TextAsync(People.Amira, "3", sid)).Status >= HttpStatusCode.InternalServerError);
        Assert.True((await app.TextAsync("+447700900999", "I want to die")).Status >= HttpStatusCode.InternalServerError);
        Assert.True((await app.PostAsync("administrator", "/api/participants", People.Form("+447700900998"))).Status >= HttpStatusCode.InternalServerError);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await app.GetAsync(null, "/health/ready")).Status);
        Assert.Equal(HttpStatusCode.OK, (await app.GetAsync(null, "/health")).Status);

        storage.Open();
        await ReadyAsync(app);
        Assert.Equal(before, await app.RowsAsync());
        Assert.StartsWith("How many", (await app.TextAsync(People.Amira, "3", sid)).Said(), StringComparison.Ordinal);
        Assert.Single((await app.PersonAsync(id)).GetProperty("timeline").EnumerateArray(), message => message.GetProperty("direction").GetString() == "in");
    }

    private static Task ReadyAsync(App app) => Deadline.UntilAsync(async () => (await app.GetAsync(null, "/health/ready")).Status == HttpStatusCode.OK);
}
