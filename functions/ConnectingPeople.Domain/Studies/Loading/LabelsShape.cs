using System.Globalization;
using System.Text.Json.Nodes;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>Words for numbers of a scale.</summary>
internal sealed class LabelsShape : IShape<IReadOnlyDictionary<int, string>>
{
    public IReadOnlyDictionary<int, string> Read(Node node, Reading reading)
    {
        Dictionary<int, string> labels = [];
        foreach (Entry entry in Fields.Of(node, "a group of labels", reading)?.Node.Entries ?? [])
        {
            string? label = Scalars.Line.Read(entry.Value, reading);
            if (!int.TryParse(entry.Key.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number))
            {
                reading.Refuse(
                    entry.Key, $"{Words.Quote(entry.Key.Text)} isn't a whole number", "write a number of the scale before the colon");
            }
            else if (label is not null && labels.Values.Contains(label, StringComparer.OrdinalIgnoreCase))
            {
                reading.Refuse(
                    entry.Value, $"two numbers have the label {Words.Quote(label)}",
                    "a person couldn't tell them apart; word one differently");
            }
            else
            {
                labels[number] = label ?? "";
            }
        }

        return labels;
    }

    public JsonObject Schema() => new()
    {
        ["type"] = "object",
        ["propertyNames"] = new JsonObject { ["pattern"] = "^-?[0-9]+$" },
        ["additionalProperties"] = Scalars.Line.Schema(),
    };
}
