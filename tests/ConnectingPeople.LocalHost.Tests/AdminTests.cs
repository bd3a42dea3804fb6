using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ConnectingPeople.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectingPeople.LocalHost.Tests;

public sealed class AdminTests
{
    [Theory]
    [InlineData("Yearly", "{}", "yearly")]
    [InlineData("yearly", """{"input": ""}""", "yearly")]
    [InlineData("Texts", """{"input": "hello"}""", "hello")]
    [InlineData("Records", """{"input": "{\"Number\": 7}"}""", "record 7")]
    public async Task A_function_that_is_asked_for_has_run_when_202_is_answered(string name, string body, string ran)
    {
        Seen seen = new();
        await using App app = await StartAsync(seen);

        Assert.Equal(HttpStatusCode.Accepted, (await RunAsync(app, name, body)).StatusCode);

        Assert.Equal([ran], seen.All);
    }

    [Theory]
    [InlineData("Records", """{"input": "no JSON"}""")]
    [InlineData("Fails", "{}")]
    public async Task A_function_that_fails_is_still_answered_202_as_the_real_host_does_and_logged(string name, string body)
    {
        await using App app = await StartAsync(new Seen());

        Assert.Equal(HttpStatusCode.Accepted, (await RunAsync(app, name, body)).StatusCode);

        Assert.Equal([$"Function {name} failed."], app.Log.At(Microsoft.Extensions.Logging.LogLevel.Error));
    }

    [Theory]
    [InlineData("Nobody", "{}", HttpStatusCode.NotFound)]
    [InlineData("Named", "{}", HttpStatusCode.BadRequest)]
    [InlineData("Yearly", "", HttpStatusCode.BadRequest)]
    [InlineData("Yearly", "null", HttpStatusCode.BadRequest)]
    [InlineData("Yearly", """{"input": 1}""", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_run_is_refused(string name, string body, HttpStatusCode status)
    {
        Seen seen = new();
        await using App app = await StartAsync(seen);

        Assert.Equal(status, (await RunAsync(app, name, body)).StatusCode);

        Assert.Empty(seen.All);
    }

    [Fact]
    public async Task The_host_tells_its_status()
    {
        await using App app = await StartAsync(new Seen());

        JsonElement status = await app.Http.GetFromJsonAsync<JsonElement>("/admin/host/status");

        Assert.Equal("Running", status.GetProperty("state").GetString());
    }

    private static Task<HttpResponseMessage> RunAsync(App app, string name, string body) =>
        app.Http.PostAsync($"/admin/functions/{name}", new StringContent(body));

    private static async Task<App> StartAsync(Seen seen) => await App.StartAsync(
        [typeof(Yearly), typeof(Texts), typeof(Records), typeof(Fails), typeof(HttpTests.Routes)],
        services => services.AddSingleton(seen),
        "--AzureWebJobsStorage", await Azurite.NewAccountAsync(), "--Where", "named", "--now", TheClock.Monday);

    internal sealed class Yearly(Seen seen)
    {
        [Function("Yearly")]
        public void Run([TimerTrigger("0 0 0 1 1 *")] TimerInfo timer) => seen.Add("yearly");
    }

    internal sealed class Texts(Seen seen)
    {
        [Function("Texts")]
        public void Run([QueueTrigger("texts")] string message) => seen.Add(message);
    }

    internal sealed class Records(Seen seen)
    {
        [Function("Records")]
        public void Run([QueueTrigger("records")] Record record) => seen.Add($"record {record.Number}");
    }

    internal sealed record Record(int Number);

    internal sealed class Fails
    {
        [Function("Fails")]
        public void Run([TimerTrigger("0 0 0 1 1 *")] TimerInfo timer) => throw new InvalidOperationException("no");
    }
}
