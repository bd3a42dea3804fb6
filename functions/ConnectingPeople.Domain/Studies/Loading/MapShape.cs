using System.Text.Json.Nodes;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>A mapping with known keys.</summary>
/// <param name="noun">How errors call it, such as "a wave".</param>
/// <param name="keys">All that may stand in it.</param>
/// <param name="make">Makes the value from its fields. It asks for every key once, whatever is missing, so that all errors show.</param>
internal sealed class MapShape<T>(string noun, IReadOnlyList<Key> keys, Func<Fields, T?> make) : IShape<T>
{
    public T? Read(Node node, Reading reading)
    {
        if (Fields.Of(node, noun, reading) is not { } fields)
        {
            return default;
        }

        fields.AllowOnly(keys, noun);
        return make(fields);
    }

    public JsonObject Schema() => SchemaOf(keys);

    public static JsonObject SchemaOf(IReadOnlyList<Key> keys)
    {
        JsonObject schema = new()
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject(keys.Select(key => KeyValuePair.Create<string, JsonNode?>(key.Name, key.Schema()))),
        };
        if (keys.Any(key => key.IsRequired))
        {
            schema["required"] = new JsonArray([.. keys.Where(key => key.IsRequired).Select(key => JsonValue.Create(key.Name))]);
        }

        return schema;
    }
}
