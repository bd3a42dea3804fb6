using System.Reflection;
using System.Text.RegularExpressions;

namespace ConnectingPeople.Functions.OpenApi;

/// <summary>One method of one address of the app, as the code of its function says it.</summary>
/// <param name="Function">The function's name.</param>
/// <param name="Feature">The folder that the function is in, such as <c>Alerts</c>.</param>
/// <param name="Method">In lower case.</param>
/// <param name="Path">As OpenAPI writes it, such as <c>/api/alerts/{id}/resolve</c>.</param>
public sealed partial record HttpRoute(string Function, string Feature, string Method, string Path)
{
    private static readonly string[] AnyMethod = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    /// <summary>The names of the path's parameters, in their order.</summary>
    public IEnumerable<string> Parameters => Parameter().Matches(Path).Select(match => match.Groups["name"].Value);

    /// <summary>Every route of an assembly's functions. <c>host.json</c> puts no prefix before them.</summary>
    public static IReadOnlyList<HttpRoute> Of(Assembly assembly) =>
    [
        .. assembly.GetTypes().SelectMany(type => type.GetMethods()).SelectMany(Of)
            .OrderBy(route => route.Path, StringComparer.Ordinal).ThenBy(route => route.Method, StringComparer.Ordinal),
    ];

    private static IEnumerable<HttpRoute> Of(MethodInfo method)
    {
        CustomAttributeData? function = method.CustomAttributes.FirstOrDefault(attribute => attribute.AttributeType == typeof(FunctionAttribute));
        CustomAttributeData? trigger = method.GetParameters().SelectMany(parameter => parameter.CustomAttributes)
            .FirstOrDefault(attribute => attribute.AttributeType == typeof(HttpTriggerAttribute));
        if (function is null || trigger is null)
        {
            return [];
        }

        string name = (string)function.ConstructorArguments[0].Value!;
        string route = trigger.NamedArguments.FirstOrDefault(argument => argument.MemberName == "Route").TypedValue.Value as string ?? name;
        string path = $"/{Parameter().Replace(Optional().Replace(route, ""), "{${name}}")}";
        return Methods(trigger).Select(verb => new HttpRoute(name, method.DeclaringType!.Namespace!.Split('.')[^1], verb, path));
    }

    /// <summary>The attributes of both hosts take the methods as a list of texts, but not in the same place; none means all.</summary>
    private static string[] Methods(CustomAttributeData trigger)
    {
        string[] named =
        [
            .. trigger.ConstructorArguments.Select(argument => argument.Value).OfType<IEnumerable<CustomAttributeTypedArgument>>()
                .SelectMany(methods => methods).Select(method => ((string)method.Value!).ToLowerInvariant()),
        ];
        return named.Length > 0 ? named : AnyMethod;
    }

    /// <summary>A part that may be left out; OpenAPI has no such thing, so the address stands without it.</summary>
    [GeneratedRegex(@"/?\{[^{}]*\?\}")]
    private static partial Regex Optional();

    [GeneratedRegex(@"\{(?<name>\w+)(?::[^{}]*)?\}")]
    private static partial Regex Parameter();
}
