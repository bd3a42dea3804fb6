using System.Text.Json;
using System.Text.Json.Nodes;

namespace ConnectingPeople.Functions.OpenApi;

/// <summary>What the schema exporter can't know of a type, because a converter of its own writes it or because it reads more than we write.</summary>
internal static class SchemaTypes
{
    private static readonly Dictionary<Type, (string Type, string? Format)> Known = new()
    {
        [typeof(Instant)] = ("string", "date-time"),
        [typeof(LocalDate)] = ("string", "date"),
        [typeof(int)] = ("integer", "int32"),
        [typeof(long)] = ("integer", "int64"),
        [typeof(decimal)] = ("number", null),
    };

    public static bool IsNullable(JsonObject schema, Type type) =>
        Nullable.GetUnderlyingType(type) is not null || (schema["type"] is JsonArray types && types.Any(one => (string?)one == "null"));

    /// <summary>Puts right what a schema says of its type.</summary>
    public static void Put(JsonObject schema, Type type, bool isNullable)
    {
        Type bare = Nullable.GetUnderlyingType(type) ?? type;
        schema.Remove("default");
        if (Known.TryGetValue(bare, out (string Type, string? Format) known))
        {
            schema.Clear();
            schema["type"] = TypeOf(known.Type, isNullable);
            if (known.Format is { } format)
            {
                schema["format"] = format;
            }
        }
        else if (bare.IsEnum)
        {
            schema["type"] = TypeOf("string", isNullable);
        }
    }

    private static JsonNode TypeOf(string type, bool isNullable) => isNullable ? new JsonArray(type, "null") : JsonValue.Create(type);
}
