using Microsoft.AspNetCore.Http;

namespace ConnectingPeople.Simulator.Failures;

/// <summary>Breaks the connection in place of an answer: all the caller can know is that it doesn't know.</summary>
public sealed class NoAnswer : IResult
{
    public static readonly NoAnswer Instance = new();

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Abort();
        return Task.CompletedTask;
    }
}
