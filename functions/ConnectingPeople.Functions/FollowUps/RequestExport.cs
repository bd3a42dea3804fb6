using ConnectingPeople.Functions.Access;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>Asks for an export: each night, or when a researcher wants one.</summary>
public sealed class RequestExport(SignedIn signedIn, Exports exports)
{
    [Function("RequestNightlyExport")]
    public Task EachNightAsync([TimerTrigger("%ExportSchedule%")] TimerInfo timer, CancellationToken cancellation) =>
        exports.RequestAsync(cancellation);

    [Function(nameof(RequestExport))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/exports")] HttpRequest request, CancellationToken cancellation)
    {
        if (signedIn.Refuses(request, out _, Role.Researcher) is { } refusal)
        {
            return refusal;
        }

        Export export = await exports.RequestAsync(cancellation);
        request.HttpContext.Response.Headers.Location = $"/api/exports/{export.Id}";
        return Results.Json(new ExportRequested(export.Id, export.State), ExportJson.Options, statusCode: StatusCodes.Status202Accepted);
    }
}
