using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ConnectingPeople.Local.Tests;

/// <summary>A signed request as it came.</summary>
public sealed record Heard(string Path, Uri Url, IReadOnlyDictionary<string, string> Form, string Signature);

/// <summary>Stands where the functions will: takes webhooks, and answers as the test says.</summary>
public sealed class StandInStudy : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Heard> heard = new();

    private StandInStudy(WebApplication app) => this.app = app;

    public Uri Url => new(app.Urls.First());

    public IReadOnlyList<Heard> Webhooks => [.. heard.Where(request => request.Path == "/webhooks/twilio/messages")];

    public IReadOnlyList<Heard> Statuses => [.. heard.Where(request => request.Path == "/webhooks/twilio/status")];

    /// <summary>What it answers to a text: TwiML, or nothing at all.</summary>
    public Func<string, string?> Answer { get; set; } = _ => null;

    public int StatusCode { get; set; } = 200;

    public DateTimeOffset Now { get; set; } = DateTimeOffset.Parse("2026-03-02T11:00:00Z", CultureInfo.InvariantCulture);

    public static async Task<StandInStudy> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0));
        StandInStudy study = new(builder.Build());
        study.app.MapGet("/local/clock", () => new { now = study.Now.UtcDateTime });
        study.app.MapPost("/webhooks/twilio/{kind}", study.HearAsync);
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
