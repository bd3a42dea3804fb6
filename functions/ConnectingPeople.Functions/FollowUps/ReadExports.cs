using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Requests;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>Lists exports, and tells how far one has got.</summary>
public sealed class ReadExports(SignedIn signedIn, Exports exports, ExportBlobs blobs)
{
    private const int PageSize = 100;

    [Function("ListExports")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/exports")] HttpRequest request, CancellationToken cancellation)
    {
        if (signedIn.Refuses(request, out _, Role.Researcher) is { } refusal)
        {
            return refusal;
        }

        ExportId? after = ExportId.Parse(request.Query["after"]);
        List<ExportId> page = [.. (await blobs.IdsAsync(cancellation))
            .Where(id => after is null || id.Place.CompareTo(after.Place) < 0)
            .Take(PageSize + 1)];
        Export?[] found = await Task.WhenAll(page.Take(PageSize).Select(id => exports.FindAsync(id, cancellation)));
        string? next = page.Count > PageSize ? $"/api/exports?after={page[PageSize - 1]}" : null;
        IReadOnlyList<Export> items = [.. found.OfType<Export>().Select(export => export with { Files = null })];
        return Results.Json(new Listing<Export>(items, next), ExportJson.Options);
    }

    [Function("GetExport")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/exports/{id}")] HttpRequest request, string id, CancellationToken cancellation)
    {
        if (signedIn.Refuses(request, out _, Role.Researcher) is { } refusal)
        {
            return refusal;
        }

        return ExportId.Parse(id) is { } known && await exports.FindAsync(known, cancellation) is { } export
            ? Results.Json(export, ExportJson.Options)
            : Problem.NotFound("There is no export of that id. GET /api/exports lists them.");
    }
}
