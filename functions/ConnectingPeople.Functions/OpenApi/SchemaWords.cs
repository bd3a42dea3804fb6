using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Nodes;

namespace ConnectingPeople.Functions.OpenApi;

/// <summary>What the attributes of a record or of its fields add to a schema: words, and what a value may be.</summary>
internal static class SchemaWords
{
    public static void Put(JsonObject schema, ICustomAttributeProvider? of, bool isNullable)
    {
        foreach (object attribute in of?.GetCustomAttributes(inherit: false) ?? [])
        {
            switch (attribute)
            {
                case DescriptionAttribute words:
                    schema["description"] = words.Description;
                    break;
                case WordOfAttribute word:
                    schema["enum"] = Values(word.Words, isNullable);
                    break;
                case AllowedValuesAttribute allowed:
                    schema["enum"] = Values(allowed.Values.Cast<string>(), isNullable);
                    break;
                case DataTypeAttribute { DataType: DataType.Date }:
                    schema["format"] = "date";
                    break;
                case RangeAttribute range:
                    JsonObject bounded = schema["additionalProperties"] as JsonObject ?? schema;
                    bounded["minimum"] = (int)range.Minimum;
                    bounded["maximum"] = (int)range.Maximum;
                    break;
            }
        }
    }

    private static JsonArray Values(IEnumerable<string> words, bool isNullable)
    {
        JsonArray values = [.. words.Select(word => JsonValue.Create(word))];
        if (isNullable)
        {
            values.Add(null);
        }

        return values;
    }
}
