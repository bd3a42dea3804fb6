namespace ConnectingPeople.Functions.Health;

/// <summary>Says whether the app runs, and whether it can do its work.</summary>
public sealed class GetHealth(Readiness readiness)
{
    [Function("GetHealth")]
    public static IResult Alive([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request) =>
        Results.Ok(new HealthAnswer("alive"));

    [Function("GetReadiness")]
    public async Task<IResult> ReadyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/ready")] HttpRequest request, CancellationToken cancellation) =>
        await readiness.ProblemAsync(cancellation) is { } problem ? Problem.Unavailable(problem) : Results.Ok(new HealthAnswer("ready"));
}
