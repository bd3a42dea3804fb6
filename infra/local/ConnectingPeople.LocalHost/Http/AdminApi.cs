using System.Diagnostics;
using System.Text.Json;
using ConnectingPeople.LocalHost.Invocations;
using ConnectingPeople.LocalHost.Queues;
using ConnectingPeople.LocalHost.Timers;
using Microsoft.AspNetCore.Http;

namespace ConnectingPeople.LocalHost.Http;

/// <summary><c>/admin</c>: runs a function now and tells how the host is.</summary>
internal sealed class AdminApi(FunctionCatalogue functions, TimerFunctions timers, QueueListeners queues)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private readonly long started = Stopwatch.GetTimestamp();

    public IResult Status() => Results.Json(new
    {
        id = "local",
        state = "Running",
        version = typeof(AdminApi).Assembly.GetName().Version?.ToString(),
        processUptime = (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds,
    });

    /// <remarks>
    /// The real host answers before the function runs. This one answers after, so that a script needn't guess when it has ended;
    /// the answer is 202 all the same, whether the function succeeded or not.
    /// </remarks>
    public async Task<IResult> RunAsync(string name, HttpRequest request)
    {
        if (await ReadAsync(request) is not { } body)
        {
            return Refuse("""Send {"input": "…"}; for a queue function the input is the text of the message.""");
        }

        switch (functions.Find(name))
        {
            case null:
                return Results.NotFound();
            case { Trigger: HttpTriggerAttribute }:
                return Refuse($"{name} is an HTTP function. Call it by its route.");
            case { Trigger: TimerTriggerAttribute } timer:
                await timers.Find(timer.Name)!.RunAsync();
                break;
            case { } queue:
                await queues.Find(queue.Name)!.RunAsync(body.Input ?? "");
                break;
        }

        return Results.Accepted();
    }

    private static async Task<Body?> ReadAsync(HttpRequest request)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<Body>(request.Body, Web, request.HttpContext.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IResult Refuse(string detail) =>
        Results.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: "The function can't be run like this.");

    private sealed record Body(string? Input);
}
