using System.Globalization;
using System.Text.Json.Nodes;

namespace ConnectingPeople.Functions.OpenApi;

/// <summary>Writes operations as OpenAPI has them.</summary>
internal sealed class OperationWriter(Schemas schemas)
{
    public JsonObject Write(HttpRoute route, Operation operation)
    {
        JsonObject written = new()
        {
            ["tags"] = new JsonArray(route.Feature),
            ["operationId"] = operation.Method is { } method ? $"{route.Function}.{method}" : route.Function,
            ["summary"] = operation.Summary,
        };
        if (operation.Description is { } description)
        {
            written["description"] = description;
        }

        JsonArray parameters = [.. route.Parameters.Select(name => InPath(route.Path, name)), .. operation.Query.Select(InQuery)];
        if (parameters.Count > 0)
        {
            written["parameters"] = parameters;
        }

        if (operation.Takes is { } takes)
        {
            written["requestBody"] = new JsonObject { ["required"] = !operation.TakesNothingToo, ["content"] = Body([takes], isRequest: true) };
        }

        written["responses"] = Responses(operation);
        written["security"] = SecuritySchemes.Of(operation);
        return written;
    }

    private static JsonObject InPath(string path, string name)
    {
        JsonObject parameter = new() { ["name"] = name, ["in"] = "path", ["required"] = true, ["schema"] = new JsonObject { ["type"] = "string" } };
        if (PathParameters.Describe(path, name) is { } description)
        {
            parameter["description"] = description;
        }

        return parameter;
    }

    private static JsonObject InQuery(QueryField field)
    {
        JsonObject schema = new() { ["type"] = "string" };
        if (field.Values.Count > 0)
        {
            schema["enum"] = new JsonArray([.. field.Values.Select(value => JsonValue.Create(value))]);
        }

        return new JsonObject { ["name"] = field.Name, ["in"] = "query", ["description"] = field.Description, ["schema"] = schema };
    }

    private JsonObject Responses(Operation operation)
    {
        JsonObject responses = [];
        foreach (Reply reply in operation.Answers)
        {
            responses[Code(reply.Status)] = Response(reply);
        }

        if (operation is { IsPage: true, Roles.Count: > 0 })
        {
            responses["302"] = Response(Reply.SignIn);
        }

        foreach (int status in Refusals.Of(operation).Where(status => !responses.ContainsKey(Code(status))))
        {
            responses[Code(status)] = Refusals.Refer(status, operation.IsPage);
        }

        return responses;
    }

    private JsonObject Response(Reply reply)
    {
        JsonObject response = new() { ["description"] = reply.Description + "." };
        if (reply.HasLocation)
        {
            response["headers"] = new JsonObject { ["Location"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } } };
        }

        if (reply.Contents.Count > 0)
        {
            response["content"] = Body(reply.Contents, isRequest: false);
        }

        return response;
    }

    private JsonObject Body(IEnumerable<Content> contents, bool isRequest)
    {
        JsonObject body = [];
        foreach (Content content in contents)
        {
            body[content.MediaType] = schemas.Of(content, isRequest) is { } schema ? new JsonObject { ["schema"] = schema } : new JsonObject();
        }

        return body;
    }

    private static string Code(int status) => status.ToString(CultureInfo.InvariantCulture);
}
