using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ConnectingPeople.Local.Tests;

/// <summary>A signed request as it came.</summary>
public sealed record Heard(string Path, Uri Url, IReadOnlyDictionary<string, string> Form, string Signature);

/// <summary>A signed post of events of emails as it came.</summary>
public sealed record HeardEvents(string Body, string Timestamp, string Signature)
{
    public IEnumerable<JsonElement> Events => JsonDocument.Parse(Body).RootElement.EnumerateArray();
}

/// <summary>Stands where the functions will: takes webhooks, and answers as the test says.</summary>
public sealed class StandInStudy : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Heard> heard = new();

    private StandInStudy(WebApplication app) => this.app = app;

    public Uri Url => new(app.Urls.First());

    public IReadOnlyList<Heard> Webhooks => [.. heard.Where(request => request.Path == "/webhooks/twilio/messages")];

    public IReadOnlyList<Heard> Statuses => [.. heard.Where(request => request.Path == "/webhooks/twilio/status")];

    /// <summary>Every post of events of emails.</summary>
    public ConcurrentQueue<HeardEvents> EmailEvents { get; } = new();

    /// <summary>What it answers to a text: TwiML, or nothing at all.</summary>
    public Func<string, string?> Answer { get; set; } = _ => null;

    public int StatusCode { get; set; } = 200;

    /// <summary>Every call of the API: method, path, sign-in and body.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>What it answers to a call of the API, by method and path.</summary>
    public ConcurrentDictionary<string, IResult> Api { get; } = new();

    /// <summary>What happens in each hour that the clock is moved.</summary>
    public Func<DateTimeOffset, Task> Hourly { get; set; } = _ => Task.CompletedTask;

    public DateTimeOffset Now { get; set; } = DateTimeOffset.Parse("2026-03-02T11:00:00Z", CultureInfo.InvariantCulture);

    public static async Task<StandInStudy> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0));
        StandInStudy study = new(builder.Build());
        study.app.MapGet("/local/clock", () => new { now = study.Now.UtcDateTime });
        study.app.MapPost("/local/clock", study.AdvanceAsync);
        study.app.Map("/api/{**path}", study.CallAsync);
        study.app.MapPost("/webhooks/twilio/{kind}", study.HearAsync);
        study.app.MapPost("/webhooks/sendgrid/events", study.HearEventsAsync);
        await study.app.StartAsync();
        return study;
    }

    /// <summary>Answers every text with these, in order, and then with nothing.</summary>
    public void AnswersWith(params string[] texts)
    {
        ConcurrentQueue<string> left = new(texts);
        Answer = _ => left.TryDequeue(out string? text) ? $"<Response><Message>{WebUtility.HtmlEncode(text)}</Message></Response>" : "<Response/>";
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> AdvanceAsync(JsonElement body)
    {
        Assert.Equal(("PT1H", "PT1H"), (body.GetProperty("advance").GetString(), body.GetProperty("step").GetString()));
        Now = Now.AddHours(1);
        await Hourly(Now);
        return Results.Json(new { now = Now.UtcDateTime });
    }

    private async Task<IResult> CallAsync(HttpRequest request)
    {
        using StreamReader body = new(request.Body);
        Calls.Enqueue($"{request.Method} {request.Path} {request.Headers.Authorization} {await body.ReadToEndAsync()}");
        return Api.GetValueOrDefault($"{request.Method} {request.Path}") ?? Results.Ok();
    }

    private async Task<IResult> HearEventsAsync(HttpRequest request)
    {
        using StreamReader body = new(request.Body);
        EmailEvents.Enqueue(new HeardEvents(
            await body.ReadToEndAsync(),
            request.Headers["X-Twilio-Email-Event-Webhook-Timestamp"].ToString(),
            request.Headers["X-Twilio-Email-Event-Webhook-Signature"].ToString()));
        return Results.StatusCode(StatusCode);
    }

    private async Task<IResult> HearAsync(HttpRequest request)
    {
        IFormCollection form = await request.ReadFormAsync();
        heard.Enqueue(new Heard(
            request.Path,
            new Uri(Url, request.Path + request.QueryString),
            form.ToDictionary(field => field.Key, field => field.Value.ToString()),
            request.Headers["X-Twilio-Signature"].ToString()));
        string? answer = request.Path == "/webhooks/twilio/messages" ? Answer(form["Body"].ToString()) : null;
        return Results.Text(answer ?? "", "text/xml", statusCode: StatusCode);
    }
}
