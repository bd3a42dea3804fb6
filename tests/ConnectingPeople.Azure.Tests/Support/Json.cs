using System.Text.Json;

namespace ConnectingPeople.Azure.Tests.Support;

/// <summary>Reads what lies deep in a resource.</summary>
internal static class Json
{
    /// <summary>The value at a path of names, such as <c>properties.networkAcls.defaultAction</c>, as text.</summary>
    public static string Text(this JsonElement element, string path) => element.At(path) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : element.At(path).GetRawText();

    public static JsonElement At(this JsonElement element, string path) =>
        path.Split('.').Aggregate(element, (inner, name) => inner.TryGetProperty(name, out JsonElement found)
            ? found
            : throw new Xunit.Sdk.XunitException($"{path} isn't set in {element.GetRawText()}"));
}
