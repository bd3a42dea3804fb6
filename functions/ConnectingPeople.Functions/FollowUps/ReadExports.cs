using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Requests;
using Microsoft.Net.Http.Headers;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>Lists exports, tells how far one has got, and hands out its files.</summary>
public sealed class ReadExports(SignedIn signedIn, Exports exports, ExportBlobs blobs, FreeTextRelease release)
{
    private const int PageSize = 100;
    private const int ReadAheadBytes = 1024 * 1024;

    [Function("ListExports")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/exports")] HttpRequest request, CancellationToken cancellation)
    {
        if (signedIn.Refuses(request, out _, Role.Researcher) is { } refusal)
        {
            return refusal;
        }

        string? after = request.Query["after"];
        List<ExportId> page = await blobs.IdsAsync(cancellation).Reverse()
            .Where(id => string.IsNullOrEmpty(after) || string.CompareOrdinal(id.Text, after) < 0)
            .Take(PageSize + 1).ToListAsync(cancellation);
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

    [Function("GetExportFile")]
    public async Task<IResult> FileAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/exports/{id}/{file}")] HttpRequest request,
        string id,
        string file,
        CancellationToken cancellation)
    {
        if (signedIn.Refuses(request, out _, Role.Researcher) is { } refusal)
        {
            return refusal;
        }

        if (ExportId.Parse(id) is not { } known
            || await blobs.ManifestAsync(known, cancellation) is not { } manifest
            || !Holds(manifest, file))
        {
            return Problem.NotFound("That export has no such file. Its manifest lists its files; an export that isn't complete has none.");
        }

        if (await release.WithholdsAsync(manifest, file, cancellation))
        {
            return Problem.Forbidden(
                $"People's own words are withheld in this export. An administrator can release them: POST /api/exports/{known}/release-free-text.");
        }

        request.HttpContext.Response.Headers.CacheControl = "private, no-cache";
        request.HttpContext.Response.Headers.XContentTypeOptions = "nosniff";
        return await StreamAsync(blobs.File(known, file), file, manifest, cancellation);
    }

    private static bool Holds(ExportManifest manifest, string file) =>
        file == ExportBlobs.ManifestName || manifest.Files.Any(listed => listed.Name == file);

    private static async Task<IResult> StreamAsync(BlockBlobClient blob, string name, ExportManifest manifest, CancellationToken cancellation)
    {
        BlobProperties stored = await blob.GetPropertiesAsync(cancellationToken: cancellation);
        string tag = manifest.Files.FirstOrDefault(file => file.Name == name)?.Sha256 ?? manifest.Id;
        BlobOpenReadOptions options = new(allowModifications: false) { BufferSize = ReadAheadBytes };
        Stream content = await blob.OpenReadAsync(options, cancellation);
        return Results.Stream(content, stored.ContentType, name, entityTag: new EntityTagHeaderValue($"\"{tag}\""));
    }
}
