using System.Net.Mime;

namespace ConnectingPeople.Functions.Health;

/// <summary>Says whether the app runs, and whether it can do its work.</summary>
public sealed class GetHealth(Readiness readiness)
{
    /// <remarks>Written out: it is asked while the app starts, and to get the serializer ready would take longer than all the rest.</remarks>
    [Function("GetHealth")]
    public static IResult Alive([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request) =>
        Results.Text("""{"status":"alive"}""", MediaTypeNames.Application.Json);

    [Function("GetReadiness")]
    public async Task<IResult> ReadyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/ready")] HttpRequest request, CancellationToken cancellation) =>
        await readiness.ProblemAsync(cancellation) is { } problem ? Problem.Unavailable(problem) : Results.Ok(new HealthAnswer("ready"));
}
