using System.Text.Json.Nodes;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>An option: its value and label, or one word that is both.</summary>
internal sealed class OptionShape : IShape<Option>
{
    private static readonly ScalarShape<string> OptionValue = new ScalarShape<string>(
        "an option's value",
        _ => "write a few letters without ';'",
        (Scalar scalar, out string? value) =>
            (value = scalar.Text).Length is > 0 and <= 40 && value.IndexOfAny([';', '\n', '\r']) < 0 && value.Trim() == value,
        () => new JsonObject { ["type"] = new JsonArray("string", "number"), ["pattern"] = "^[^;]{1,40}$" });

    private static readonly Key<string> Value = Key.Required("value", OptionValue, "what datasets hold");
    private static readonly Key<string> Label = Key.Required("label", Scalars.Line, "what the person reads and may write back");

    private static readonly MapShape<Option> Both = new(
        "an option", [Value, Label], fields => new Option(fields.Get(Value) ?? "", fields.Get(Label) ?? ""));

    public Option? Read(Node node, Reading reading)
    {
        if (node is Scalar)
        {
            return OptionValue.Read(node, reading) is { } word ? new Option(word, word) : null;
        }

        return Both.Read(node, reading);
    }

    public JsonObject Schema() => new() { ["oneOf"] = new JsonArray(OptionValue.Schema(), Both.Schema()) };
}
