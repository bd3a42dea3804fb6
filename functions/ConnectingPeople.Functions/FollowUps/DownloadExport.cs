using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Functions.Access;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>
/// Hands out the files of a complete export: those that its manifest lists, the manifest itself, and <c>all.zip</c>, which holds all of
/// them. People's own words have to be released first. The report is shown instead of saved when <c>?view</c> asks for it.
/// </summary>
public sealed class DownloadExport(SignedIn signedIn, ExportBlobs blobs, ExportZip zip, FreeTextRelease release)
{
    /// <summary>The report is one file without scripts and without anything from elsewhere, and a browser is told to keep it to that.</summary>
    private const string Policy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    [Function("GetExportFile")]
    public async Task<IResult> RunAsync(
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

        IHeaderDictionary headers = request.HttpContext.Response.Headers;
        headers.CacheControl = "private, no-cache";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = Policy;
        headers["Referrer-Policy"] = "no-referrer";
        bool isShown = file == FileName.Report && request.Query.ContainsKey("view");
        return new WholeOrBroken(file == FileName.All ? Archive(request, manifest, cancellation) : await StreamAsync(manifest, file, isShown, cancellation));
    }

    private static bool Holds(ExportManifest manifest, string file) =>
        file is FileName.Manifest or FileName.All || manifest.Files.Any(listed => listed.Name == file);

    private IResult Archive(HttpRequest request, ExportManifest manifest, CancellationToken cancellation)
    {
        // ZipArchive closes an entry with a few bytes written at once, even where everything else waits its turn.
        request.HttpContext.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        return Results.Stream(
            stream => zip.WriteAsync(manifest, stream, cancellation), FileName.ContentType(FileName.All), $"{manifest.Study.Id}-{manifest.Id}.zip");
    }

    private async Task<IResult> StreamAsync(ExportManifest manifest, string name, bool isShown, CancellationToken cancellation)
    {
        string tag = manifest.Files.FirstOrDefault(file => file.Name == name)?.Sha256 ?? manifest.Id;
        Stream content = await blobs.ReadAsync(ExportId.Parse(manifest.Id)!, name, cancellation);
        return Results.Stream(content, FileName.ContentType(name), isShown ? null : name, entityTag: new EntityTagHeaderValue($"\"{tag}\""));
    }
}
