using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ConnectingPeople.Functions.Tests.Support;

/// <summary>A provider that takes every message, and lets something happen before it says so.</summary>
public sealed class SlowProvider : IAsyncDisposable
{
    private readonly WebApplication app;
    private int taken;

    private SlowProvider(WebApplication app) => this.app = app;

    public string Url => app.Urls.First();

    /// <summary>How many messages it took.</summary>
    public int Taken => taken;

    /// <summary>What happens while the app waits for the answer.</summary>
    public Func<IFormCollection, Task> Meanwhile { get; set; } = _ => Task.CompletedTask;

    public static async Task<SlowProvider> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        SlowProvider provider = new(builder.Build());
        provider.app.MapPost("/2010-04-01/Accounts/{account}/Messages.json", (Delegate)provider.TakeAsync);
        await provider.app.StartAsync();
        return provider;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        int nth = Interlocked.Increment(ref taken);
        await Meanwhile(await request.ReadFormAsync());
        return Results.Json(new { sid = $"SM{nth}" }, statusCode: 201);
    }
}
