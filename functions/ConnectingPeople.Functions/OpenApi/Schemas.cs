using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ConnectingPeople.Functions.OpenApi;

/// <summary>
/// The schemas of the types that the functions read and write, exported from the serializer that does so. Each record of ours stands once,
/// under its name, and is referred to.
/// </summary>
/// <param name="json">How the app writes JSON.</param>
internal sealed class Schemas(JsonSerializerOptions json)
{
    /// <summary>What is done with a type.</summary>
    private enum Use
    {
        /// <summary>We write it, always with all its fields but those that say otherwise.</summary>
        Written,

        /// <summary>We read it, and refuse fields that we don't know.</summary>
        Read,

        /// <summary>We read some of it and let the rest be.</summary>
        ReadInPart,
    }

    private readonly SortedDictionary<string, (Type? Type, JsonObject Schema)> components = new(StringComparer.Ordinal);

    /// <summary>All records that were asked for, and those that they are made of.</summary>
    public JsonObject Components => new(components.Select(component => KeyValuePair.Create(component.Key, (JsonNode?)component.Value.Schema)));

    /// <summary>The schema of a body; null for one that is no JSON.</summary>
    /// <param name="content">The body.</param>
    /// <param name="isRequest">Whether we read it: then what may be null may be left out, and nothing else may be there.</param>
    public JsonObject? Of(Content content, bool isRequest)
    {
        JsonObject[] any = [.. content.Types.Select(type => Of(type, content.Options ?? json, isRequest ? content.IsOpen ? Use.ReadInPart : Use.Read : Use.Written))];
        return any switch
        {
            [] => null,
            [JsonObject only] => only,
            _ => new JsonObject { ["anyOf"] = new JsonArray([.. any]) },
        };
    }

    private JsonObject Of(Type type, JsonSerializerOptions options, Use use)
    {
        // Options that nothing was written with yet are refused by the exporter.
        options.MakeReadOnly(populateMissingResolver: true);
        return (JsonObject)options.GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = (context, node) => Refine(context, node, use),
        });
    }

    private JsonObject Refine(JsonSchemaExporterContext context, JsonNode exported, Use use)
    {
        JsonObject schema = exported as JsonObject ?? [];
        JsonTypeInfo info = context.TypeInfo;
        bool isNullable = SchemaTypes.IsNullable(schema, info.Type) || (schema.ContainsKey("$ref") && context.PropertyInfo?.IsGetNullable == true);
        if (schema.ContainsKey("$ref") && info.Kind != JsonTypeInfoKind.Object)
        {
            // The exporter refers to the place of the same type before, which doesn't stand there once records are components.
            schema = Of(info.Type, info.Options, use);
        }

        SchemaTypes.Put(schema, info.Type, isNullable);
        if (info.Kind == JsonTypeInfoKind.Object && info.Type.Assembly != typeof(object).Assembly)
        {
            schema = Refer(info, schema, isNullable, use);
        }

        SchemaWords.Put(schema, context.PropertyInfo?.AttributeProvider, isNullable);
        return schema;
    }

    /// <summary>Puts a record among the components.</summary>
    /// <returns>What stands in its place.</returns>
    private JsonObject Refer(JsonTypeInfo info, JsonObject schema, bool isNullable, Use use)
    {
        string name = NameOf(info.Type);
        (Type? Type, JsonObject Schema) known = default;
        if (!schema.ContainsKey("$ref") && !components.TryGetValue(name, out known))
        {
            components[name] = known = (info.Type, Whole(info, schema, use));
        }

        if (known.Type is { } other && other != info.Type)
        {
            throw new InvalidOperationException($"Two types of the API are called {name}: {other} and {info.Type}. Rename one.");
        }

        JsonObject reference = new() { ["$ref"] = $"#/components/schemas/{name}" };
        return isNullable ? new JsonObject { ["anyOf"] = new JsonArray(reference, new JsonObject { ["type"] = "null" }) } : reference;
    }

    private static JsonObject Whole(JsonTypeInfo info, JsonObject schema, Use use)
    {
        schema["type"] = "object";
        string[] required =
        [
            .. info.Properties.Where(property => property.Get is not null && (use == Use.Written ? !MayBeMissing(property) : !property.IsGetNullable))
                .Select(property => property.Name),
        ];
        schema.Remove("required");
        if (required.Length > 0)
        {
            schema["required"] = new JsonArray([.. required.Select(name => JsonValue.Create(name))]);
        }

        if (use == Use.Read)
        {
            schema["additionalProperties"] = false;
        }

        SchemaWords.Put(schema, info.Type, isNullable: false);
        return schema;
    }

    private static bool MayBeMissing(JsonPropertyInfo property) =>
        property.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: true).Length > 0;

    /// <summary>Such as <c>AlertItem</c>, and <c>AlertItemListing</c> for a list of them.</summary>
    private static string NameOf(Type type) =>
        string.Concat([.. type.GetGenericArguments().Select(NameOf), type.Name.Split('`')[0]]);
}
