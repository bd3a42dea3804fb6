using Microsoft.Net.Http.Headers;

namespace ConnectingPeople.Functions.OpenApi;

/// <summary>Tells programs what the app offers: the OpenAPI document, to anybody.</summary>
public sealed class GetOpenApi(OpenApiDocument document)
{
    [Function(nameof(GetOpenApi))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/openapi.json")] HttpRequest request)
    {
        IHeaderDictionary headers = request.HttpContext.Response.Headers;
        headers.CacheControl = "public, no-cache";
        headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(document.Bytes, "application/json", entityTag: EntityTagHeaderValue.Parse(document.ETag));
    }
}
