using System.Text.Json;
using ConnectingPeople.Domain.Participants;

namespace ConnectingPeople.Functions.Requests;

/// <summary>
/// Reads a JSON body field by field and remembers every field that is unknown or of the wrong kind, so that the caller hears
/// all that is wrong at once.
/// </summary>
public sealed class JsonFields
{
    /// <summary>The largest body that a route takes, in bytes.</summary>
    public const int MaxBytes = 256 * 1024;

    private readonly JsonElement body;
    private readonly string path;
    private readonly HashSet<string> known = [];
    private readonly List<JsonFields> parts = [];
    private readonly List<FieldError> wrong = [];

    private JsonFields(JsonElement body, string path) => (this.body, this.path) = (body, path);

    /// <summary>All that is wrong with what was read, and every field that nobody asked for.</summary>
    public IReadOnlyList<FieldError> Errors =>
    [
        .. wrong,
        .. body.EnumerateObject().Where(given => !known.Contains(given.Name))
            .Select(given => new FieldError(path + given.Name, $"isn't known here. Known are: {string.Join(", ", known)}.")),
        .. parts.SelectMany(part => part.Errors),
    ];

    /// <summary>Reads the request's body.</summary>
    /// <returns>The fields, or the refusal.</returns>
    public static async Task<(JsonFields? Fields, IResult? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        byte[]? bytes = await Body.ReadAsync(request, MaxBytes, cancellation);
        if (bytes is null)
        {
            return (null, Functions.Problem.TooLarge(MaxBytes));
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes.Length == 0 ? "{}"u8.ToArray() : bytes, new JsonDocumentOptions { AllowDuplicateProperties = false });
            ReadThrough(document.RootElement);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? (new JsonFields(document.RootElement.Clone(), ""), null)
                : (null, Functions.Problem.BadRequest("The body must be a JSON object: { … }."));
        }
        catch (JsonException e)
        {
            return (null, Functions.Problem.BadRequest(e.LineNumber is { } line
                ? $"The body isn't JSON: line {line + 1}, position {e.BytePositionInLine + 1}."
                : "The body names a field twice."));
        }
        catch (InvalidOperationException)
        {
            return (null, Functions.Problem.BadRequest("The body holds text that isn't UTF-8, or half a character (such as \\ud83d alone)."));
        }
    }

    public bool Has(string name) => body.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>The field's text; null when it's missing or isn't text.</summary>
    public string? Text(string name)
    {
        if (Take(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString();
        }

        wrong.Add(new FieldError(path + name, "must be text, in quotes."));
        return null;
    }

    /// <summary><c>yes</c> for true, <c>no</c> for false; null when the field is missing or is neither.</summary>
    public string? YesOrNo(string name)
    {
        if (Take(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean() ? "yes" : "no";
        }

        wrong.Add(new FieldError(path + name, "must be true or false, without quotes."));
        return null;
    }

    /// <summary>The field's list of texts; empty when it's missing or isn't one.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        if (Take(name) is not { } value)
        {
            return [];
        }

        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String))
        {
            return [.. value.EnumerateArray().Select(item => item.GetString()!)];
        }

        wrong.Add(new FieldError(path + name, "must be a list of texts: [\"…\"]."));
        return [];
    }

    /// <summary>The fields inside a field; null when it's missing or isn't an object.</summary>
    public JsonFields? Part(string name)
    {
        if (Take(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            wrong.Add(new FieldError(path + name, "must be an object: { … }."));
            return null;
        }

        JsonFields part = new(value, $"{path}{name}.");
        parts.Add(part);
        return part;
    }

    /// <summary>The fields inside each object of a list; empty when it's missing or isn't one.</summary>
    public IReadOnlyList<JsonFields> Parts(string name)
    {
        if (Take(name) is not { } value)
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.Object))
        {
            wrong.Add(new FieldError(path + name, "must be a list of objects: [{ … }]."));
            return [];
        }

        List<JsonFields> items = [.. value.EnumerateArray().Select((item, place) => new JsonFields(item, $"{path}{name}[{place}]."))];
        parts.AddRange(items);
        return items;
    }

    /// <summary>The field as it is; null when it's missing.</summary>
    public JsonElement? Any(string name) => Take(name);

    /// <summary>The parser looks at the bytes of texts only when they are read.</summary>
    /// <exception cref="InvalidOperationException">A text in it is none.</exception>
    private static void ReadThrough(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                _ = element.GetString();
                break;
            case JsonValueKind.Array:
                element.EnumerateArray().ToList().ForEach(ReadThrough);
                break;
            case JsonValueKind.Object:
                element.EnumerateObject().Select(property => (property.Name, property.Value)).ToList().ForEach(property => ReadThrough(property.Value));
                break;
        }
    }

    private JsonElement? Take(string name)
    {
        known.Add(name);
        return body.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }
}
