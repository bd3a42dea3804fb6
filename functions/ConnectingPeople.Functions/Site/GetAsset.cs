using Microsoft.Net.Http.Headers;

namespace ConnectingPeople.Functions.Site;

/// <summary>Serves the pages' styles and icon to anybody; no other file has an address.</summary>
public sealed class GetAsset
{
    [Function(nameof(GetAsset))]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "assets/{file}")] HttpRequest request, string file)
    {
        if (Asset.All.FirstOrDefault(asset => asset.FileName == file) is not { } found)
        {
            return Problem.NotFound("There is no such file. Reload the page that asks for it.");
        }

        IHeaderDictionary headers = request.HttpContext.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.XContentTypeOptions = "nosniff";
        headers.Vary = HeaderNames.AcceptEncoding;
        bool zipped = request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);
        if (zipped)
        {
            headers.ContentEncoding = "gzip";
        }

        return Results.Bytes(zipped ? found.Zipped : found.Bytes, found.ContentType, entityTag: EntityTagHeaderValue.Parse(found.ETag));
    }
}
