using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using ConnectingPeople.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ConnectingPeople.LocalHost.Tests;

public sealed partial class StorageAwayTests
{
    [Fact]
    public async Task Storage_may_be_away_at_the_start_and_later_and_each_change_is_logged_once()
    {
        string account = await Azurite.NewAccountAsync();
        await using Relay relay = new(new Uri(QueueEndpoint().Match(account).Groups["server"].Value));
        string through = QueueEndpoint().Replace(account, $"QueueEndpoint=http://127.0.0.1:{relay.Port}");
        Seen seen = new();
        await using App app = await App.StartAsync(
            [typeof(Receives), typeof(Hello)], services => services.AddSingleton(seen), ["--AzureWebJobsStorage", through, .. App.QuickQueues]);

        await LoggedAsync(app, away: 1, back: 0);
        Assert.Equal("hello", await app.Http.GetStringAsync("/hello"));

        relay.Open();
        await new TestQueue(account, "away").SendAsync("one");
        Assert.Equal("one", await seen.NextAsync<string>());
        await LoggedAsync(app, away: 1, back: 1);

        await relay.CloseAsync();
        await LoggedAsync(app, away: 2, back: 1);

        relay.Open();
        await new TestQueue(account, "away").SendAsync("two");
        Assert.Equal("two", await seen.NextAsync<string>());
        await LoggedAsync(app, away: 2, back: 2);
    }

    [Fact]
    public async Task The_clock_says_that_it_cannot_drain_queues_that_are_away()
    {
        string away = "DefaultEndpointsProtocol=http;AccountName=test;AccountKey=AAAA;QueueEndpoint=http://127.0.0.1:9/test;";
        await using App app = await App.StartAsync([typeof(Receives)], services => services.AddSingleton(new Seen()), "--AzureWebJobsStorage", away);

        HttpResponseMessage answer = await app.Http.PostAsJsonAsync("/local/clock", new { advance = "PT1H" });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("its queues couldn't be drained", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_queue_that_is_deleted_is_made_again()
    {
        string account = await Azurite.NewAccountAsync();
        Seen seen = new();
        await using App app = await App.StartAsync(
            [typeof(Receives)], services => services.AddSingleton(seen), ["--AzureWebJobsStorage", account, .. App.QuickQueues]);
        await Deadline.UntilAsync(() => new TestQueue(account, "away").ExistsAsync());

        await new Azure.Storage.Queues.QueueClient(account, "away").DeleteAsync();

        await Deadline.UntilAsync(() => new TestQueue(account, "away").ExistsAsync());
    }

    private static Task LoggedAsync(App app, int away, int back) => Deadline.UntilAsync(() => Task.FromResult(
        app.Log.At(LogLevel.Warning).Count(line => line.StartsWith("Queue away can't be reached")) == away
        && app.Log.At(LogLevel.Information).Count(line => line == "Queue away can be reached again.") == back));

    [GeneratedRegex("QueueEndpoint=(?<server>http://[^/;]+)")]
    private static partial Regex QueueEndpoint();

    internal sealed class Receives(Seen seen)
    {
        [Function("Receives")]
        public void Run([QueueTrigger("away")] string message) => seen.Add(message);
    }

    internal sealed class Hello
    {
        [Function("Hello")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.Text("hello");
    }
}
