using System.Text.Json.Nodes;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>Reads a scalar, if it is one of its kind.</summary>
internal delegate bool TryParse<T>(Scalar scalar, out T? value);

/// <summary>A single value.</summary>
/// <param name="noun">How errors call it, such as "a time of day".</param>
/// <param name="cure">What to write instead of a text that is none.</param>
/// <param name="parse">Reads it.</param>
/// <param name="schema">The same for editors.</param>
internal sealed class ScalarShape<T>(string noun, Func<string, string> cure, TryParse<T> parse, Func<JsonObject> schema) : IShape<T>
{
    public T? Read(Node node, Reading reading)
    {
        if (node is not Scalar scalar)
        {
            reading.Refuse(node, $"{node.Kind} stands where {noun} is expected", cure(""));
            return default;
        }

        if (parse(scalar, out T? value))
        {
            return value;
        }

        reading.Refuse(node, $"{Words.Quote(scalar.Text)} isn't {noun}", cure(scalar.Text));
        return default;
    }

    public JsonObject Schema() => schema();
}
