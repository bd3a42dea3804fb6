using System.Reflection;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace ConnectingPeople.Functions.OpenApi;

/// <summary>
/// The OpenAPI 3.1 document of every route. Addresses and methods come from the functions themselves, so none can be missing; words,
/// roles, bodies and answers from <see cref="Operations"/>. Made once, when somebody first asks for it.
/// </summary>
public sealed class OpenApiDocument(IOptions<JsonOptions> json, IOptions<SiteOptions> site)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lazy<byte[]> bytes = new(() => JsonSerializer.SerializeToUtf8Bytes(Write(json.Value.SerializerOptions, site.Value.Root), Readable));

    /// <summary>The document, in UTF-8.</summary>
    public byte[] Bytes => bytes.Value;

    /// <summary>Changes with the document, and only with it.</summary>
    public string ETag => field ??= $"\"{Convert.ToHexStringLower(SHA256.HashData(Bytes))[..16]}\"";

    private static JsonObject Write(JsonSerializerOptions json, string server)
    {
        Schemas schemas = new(json);
        IReadOnlyList<HttpRoute> routes = HttpRoute.Of(typeof(OpenApiDocument).Assembly);
        JsonObject paths = Paths(routes, new OperationWriter(schemas));
        JsonObject refusals = Refusals.Components(schemas.Of(Content.Json<ProblemItem>(), isRequest: false)!);
        return new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject
            {
                ["title"] = "Connecting People",
                ["version"] = Version(),
                ["description"] = "Check-ins, alerts, digests and follow-up datasets of a social-care study. Errors are problem details (RFC 9457) that say what was wrong and what to do.",
                ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = server }),
            ["tags"] = new JsonArray([.. routes.Select(route => route.Feature).Distinct().Order(StringComparer.Ordinal).Select(feature => new JsonObject { ["name"] = feature })]),
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = schemas.Components, ["responses"] = refusals, ["securitySchemes"] = SecuritySchemes.Components },
        };
    }

    private static JsonObject Paths(IReadOnlyList<HttpRoute> routes, OperationWriter writer)
    {
        JsonObject paths = [];
        foreach (IGrouping<string, HttpRoute> path in routes.GroupBy(route => route.Path))
        {
            paths[path.Key] = new JsonObject(path.Select(route => KeyValuePair.Create(route.Method, (JsonNode?)writer.Write(route, Operations.Of(route)))));
        }

        return paths;
    }

    private static string Version() =>
        typeof(OpenApiDocument).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
