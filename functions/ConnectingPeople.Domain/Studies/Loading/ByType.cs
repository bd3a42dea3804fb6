using System.Text.Json.Nodes;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>The schema of a mapping whose <c>type</c> decides which keys it has beside those of all types.</summary>
internal static class ByType
{
    public static JsonObject Schema(IReadOnlyList<Key> common, IReadOnlyDictionary<string, IReadOnlyList<Key>> types)
    {
        List<string> own = [.. types.Values.SelectMany(keys => keys).Select(key => key.Name).Distinct()];
        JsonObject schema = MapShape<object>.SchemaOf(common);
        foreach (string name in own)
        {
            schema["properties"]![name] = true;
        }

        schema["allOf"] = new JsonArray([.. types.Select(type => OfType(type.Key, type.Value, own))]);
        return schema;
    }

    /// <summary>What a type needs, and what only others have.</summary>
    private static JsonObject OfType(string type, IReadOnlyList<Key> keys, IEnumerable<string> own)
    {
        JsonObject then = MapShape<object>.SchemaOf(keys);
        then.Remove("additionalProperties");
        foreach (string foreign in own.Where(name => keys.All(key => key.Name != name)))
        {
            then["properties"]![foreign] = false;
        }

        return new JsonObject
        {
            ["if"] = new JsonObject { ["properties"] = new JsonObject { ["type"] = new JsonObject { ["const"] = type } } },
            ["then"] = then,
        };
    }
}
