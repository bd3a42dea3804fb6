using System.Text.Json;
using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.OpenApi;

/// <summary>The OpenAPI document as anybody gets it.</summary>
public static class Documented
{
    public const string Address = "/api/openapi.json";

    public static async Task<JsonElement> DocumentAsync(this App app) => (await app.GetAsync(null, Address)).Json;

    /// <summary>Every operation: method in capitals and path, and what is said of it.</summary>
    public static IEnumerable<(string Route, JsonElement Said)> Operations(this JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select ($"{operation.Name.ToUpperInvariant()} {path.Name}", operation.Value);

    /// <summary>Where a reference leads; what it is given where it is none.</summary>
    public static JsonElement Follow(this JsonElement document, JsonElement part) => part.TryGetProperty("$ref", out JsonElement reference)
        ? reference.GetString()!.Split('/')[1..].Aggregate(document, (at, name) => at.GetProperty(name))
        : part;
}
