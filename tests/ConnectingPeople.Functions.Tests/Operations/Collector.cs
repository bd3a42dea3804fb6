using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ConnectingPeople.Functions.Tests.Operations;

/// <summary>A collector of OpenTelemetry's protocol over HTTP that keeps what it is sent, as text: names and values stand in it as they are.</summary>
public sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Signal, string Text)> taken = new();

    private Collector(WebApplication app) => this.app = app;

    public string Url => app.Urls.First();

    public string Text(string signal) => string.Concat(taken.Where(one => one.Signal == signal).Select(one => one.Text));

    public static async Task<Collector> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        Collector collector = new(builder.Build());
        collector.app.MapPost("/v1/{signal}", (Delegate)collector.TakeAsync);
        await collector.app.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request, string signal)
    {
        using MemoryStream body = new();
        await request.Body.CopyToAsync(body);
        taken.Enqueue((signal, Encoding.Latin1.GetString(body.ToArray())));
        return Results.Ok();
    }
}
