using System.Text.Json;
using System.Text.Json.Serialization;
using ConnectingPeople.LocalHost.Queues;
using Microsoft.AspNetCore.Http;
using NodaTime.Text;

namespace ConnectingPeople.LocalHost.Clock;

/// <summary><c>/local/clock</c>: tells the time and moves it.</summary>
internal sealed class ClockApi(MovableClock clock, TimeTravel travel, Triggers triggers)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public IResult Tell() => Results.Json(new { now = Now() });

    public async Task<IResult> MoveAsync(HttpRequest request)
    {
        try
        {
            ClockCommand command = await JsonSerializer.DeserializeAsync<ClockCommand>(request.Body, Strict, request.HttpContext.RequestAborted)
                ?? throw new FormatException(ClockCommand.Usage);
            return await MoveAsync(command, request.HttpContext.RequestAborted);
        }
        catch (JsonException e)
        {
            return Refuse($"{e.Message} {ClockCommand.Usage}");
        }
        catch (FormatException e)
        {
            return Refuse(e.Message);
        }
    }

    private static IResult Refuse(string why) => Problem(StatusCodes.Status400BadRequest, "The clock doesn't understand.", why);

    private static IResult Problem(int status, string title, string detail) => Results.Problem(detail, statusCode: status, title: title);

    private async Task<IResult> MoveAsync(ClockCommand command, CancellationToken aborted)
    {
        (Func<Instant, Instant> target, Duration? step) = command.Read();
        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(aborted, triggers.Stopping);
        try
        {
            return await travel.GoAsync(target, step, ended.Token) is Journey journey
                ? Results.Json(new { now = Now(), steps = journey.Steps, timersRun = journey.TimersRun, messagesProcessed = journey.MessagesProcessed })
                : Problem(StatusCodes.Status400BadRequest, "The clock only moves forward.", $"It is {Now()} already. Choose a later instant.");
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            return Problem(StatusCodes.Status503ServiceUnavailable, "The host is stopping.", $"The clock got to {Now()}.");
        }
        catch (Exception e) when (StorageFailure.Is(e))
        {
            return Problem(StatusCodes.Status503ServiceUnavailable, "The storage can't be reached.",
                $"The clock got to {Now()}, but its queues couldn't be drained. {StorageFailure.Reason(e)} Start the storage and move on from there.");
        }
    }

    private string Now() => InstantPattern.General.Format(clock.GetCurrentInstant());
}
