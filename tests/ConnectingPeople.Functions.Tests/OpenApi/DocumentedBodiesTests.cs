using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.OpenApi;

/// <summary>
/// The fields that the document gives a JSON body are those that the function reads, each of them and no other: bodies are read field by
/// field, so nothing but this keeps the two together.
/// </summary>
public sealed class DocumentedBodiesTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private const string Unknown = "nobody-asked-for-this";
    private const string KnownAre = "isn't known here. Known are: ";

    private readonly App app = shared.App;

    [Fact]
    public async Task Every_documented_field_is_read_and_every_field_that_is_read_is_documented()
    {
        JsonElement document = await app.DocumentAsync();
        string participant = await app.EnrolAsync(SharedApps.NewPhone());
        List<string> seen = [];
        foreach ((string route, JsonElement said) in document.Operations().Where(operation => operation.Said.GetProperty("security").EnumerateArray().Any(IsOfARole)))
        {
            foreach (Shape shape in ShapesOf(document, said))
            {
                seen.Add($"{route} {shape.Path}".TrimEnd());
                await CheckAsync(route, RoleOf(said), participant, shape);
            }
        }

        Assert.Equal(
            [
                "DELETE /api/participants/{id}", "POST /api/participants", "POST /api/participants consent.", "POST /api/participants/{id}/goals", "POST /api/participants/{id}/pause", "POST /api/participants/{id}/practitioner",
                "POST /api/participants/{id}/resume", "POST /api/participants/{id}/resume consent.", "POST /api/study/try-reply",
                "PUT /api/agencies/{id}", "PUT /api/agencies/{id}/fidelity", "PUT /api/agencies/{id}/fidelity", "PUT /api/agencies/{id}/fidelity assessments[0].",
                "PUT /api/participants/{id}/waves/{wave}/answers", "PUT /api/staff/{email}",
            ],
            seen.Order(StringComparer.Ordinal));
    }

    private async Task CheckAsync(string route, string role, string participant, Shape shape)
    {
        string[] parts = route.Split(' ');
        string path = parts[1].Replace("agencies/{id}", "agencies/north", StringComparison.Ordinal).Replace("{id}", participant, StringComparison.Ordinal)
            .Replace("{email}", "new@example.org", StringComparison.Ordinal).Replace("{wave}", "baseline", StringComparison.Ordinal);
        JsonObject wrong = new(shape.Fields.Select(field => KeyValuePair.Create(field.Name, Wrong(field.Value)))) { [Unknown] = 1 };

        Answer answer = await app.SendAsync(role, new HttpMethod(parts[0]), path, shape.Within(wrong).ToJsonString());

        Assert.True((int)answer.Status == 400, $"{route}: {answer.Status} {answer.Text}");
        ILookup<string, string> errors = answer.Json.GetProperty("errors").EnumerateArray()
            .ToLookup(error => error.GetProperty("field").GetString()!, error => error.GetProperty("problem").GetString()!);
        string[] known = Assert.Single(errors[shape.Path + Unknown])[KnownAre.Length..].TrimEnd('.').Split(", ");
        Assert.Equal(shape.Fields.Select(field => field.Name).Order(StringComparer.Ordinal), known.Order(StringComparer.Ordinal));
        Assert.All(shape.Fields, field => Assert.NotEmpty(errors[shape.Path + field.Name]));
    }

    /// <summary>A value of a type that the schema doesn't allow; where it allows any, one that is no answer to anything.</summary>
    private static JsonNode? Wrong(JsonElement schema) =>
        schema.TryGetProperty("type", out JsonElement type) && Regex.IsMatch(type.GetRawText(), "string|boolean") ? 7 : true;

    /// <summary>Every record of a body with the way to it: the body itself, and the records in it.</summary>
    private static IEnumerable<Shape> ShapesOf(JsonElement document, JsonElement said)
    {
        if (!said.TryGetProperty("requestBody", out JsonElement body) || !body.GetProperty("content").TryGetProperty("application/json", out JsonElement content))
        {
            return [];
        }

        JsonElement schema = content.GetProperty("schema");
        IEnumerable<JsonElement> any = schema.TryGetProperty("anyOf", out JsonElement anyOf) ? anyOf.EnumerateArray() : [schema];
        return any.SelectMany(one => ShapesOf(document, document.Follow(one), "", inner => inner));
    }

    private static IEnumerable<Shape> ShapesOf(JsonElement document, JsonElement schema, string path, Func<JsonObject, JsonObject> within)
    {
        JsonProperty[] fields = [.. schema.GetProperty("properties").EnumerateObject()];
        IEnumerable<Shape> deeper = fields.SelectMany(field => Inner(field) switch
        {
            { Record: { } record, IsList: true } => ShapesOf(
                document, document.Follow(record), $"{path}{field.Name}[0].", inner => within(new JsonObject { [field.Name] = new JsonArray(inner) })),
            { Record: { } record } => ShapesOf(document, document.Follow(record), $"{path}{field.Name}.", inner => within(new JsonObject { [field.Name] = inner })),
            _ => [],
        });
        return deeper.Prepend(new Shape(path, fields, within));
    }

    private static (JsonElement? Record, bool IsList) Inner(JsonProperty field) =>
        field.Value.TryGetProperty("$ref", out _) ? (field.Value, false)
        : field.Value.TryGetProperty("anyOf", out JsonElement any) ? (any[0], false)
        : field.Value.TryGetProperty("items", out JsonElement items) && items.TryGetProperty("$ref", out _) ? (items, true)
        : (null, false);

    private static bool IsOfARole(JsonElement requirement) => requirement.EnumerateObject().Any(scheme => scheme.Value.GetArrayLength() > 0);

    /// <summary>An administrator where they may; else somebody who may, whose participant it is.</summary>
    private static string RoleOf(JsonElement said)
    {
        string[] roles = [.. said.GetProperty("security").EnumerateArray().SelectMany(one => one.EnumerateObject()).SelectMany(one => one.Value.EnumerateArray()).Select(role => role.GetString()!)];
        return roles.Contains("administrator") ? "administrator" : $"practitioner:{People.Practitioner}";
    }

    private sealed record Shape(string Path, IReadOnlyList<JsonProperty> Fields, Func<JsonObject, JsonObject> Within);
}
