using System.Text.Json.Nodes;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>A text in each language of the study.</summary>
/// <param name="variables">What it may name.</param>
/// <param name="needs">The variable without which it would make no sense.</param>
internal sealed class TextShape(IReadOnlyCollection<string> variables, string? needs = null) : IShape<MessageText>
{
    public MessageText Read(Node node, Reading reading)
    {
        Dictionary<string, LiquidText> languages = [];
        if (node is Mapping mapping)
        {
            foreach (Entry entry in mapping.Entries)
            {
                if (InOneLanguage(entry, reading) is { } text)
                {
                    languages.Add(entry.Key.Text, text);
                }
            }

            AskForMissing(mapping, reading);
        }
        else
        {
            string example = string.Join(", ", (reading.Languages ?? ["en-GB"]).Select(language => $"{language}: ..."));
            reading.Refuse(node, $"{node.Kind} stands where a text in each language is expected", $"write {{ {example} }}");
        }

        MessageText message = languages.Count == 0 ? MessageText.Plain("") : new MessageText(languages);
        reading.Remember(message, node);
        return message;
    }

    public JsonObject Schema() => new()
    {
        ["type"] = "object",
        ["minProperties"] = 1,
        ["additionalProperties"] = new JsonObject
        {
            ["type"] = "string",
            ["minLength"] = 1,
            ["description"] = $"Liquid; may name {string.Join(", ", variables)}",
        },
    };

    private LiquidText? InOneLanguage(Entry entry, Reading reading)
    {
        if (reading.Languages?.Contains(entry.Key.Text) == false)
        {
            reading.Refuse(
                entry.Key, $"{Words.Quote(entry.Key.Text)} is none of the study's languages",
                Words.Suggest(entry.Key.Text, reading.Languages));
            return null;
        }

        if (entry.Value is not Scalar { IsNothing: false } scalar || string.IsNullOrWhiteSpace(scalar.Text))
        {
            reading.Refuse(entry.Value, $"the text in {Words.Quote(entry.Key.Text)} is empty or no text", "write it in quotes");
            return null;
        }

        LiquidText? text = LiquidText.Read(scalar, variables, reading);
        if (text is not null && needs is not null && !text.Variables.Contains(needs))
        {
            reading.Refuse(scalar, $"the text never says {{{{ {needs} }}}}", $"put {{{{ {needs} }}}} where it belongs");
        }

        return text;
    }

    private static void AskForMissing(Mapping mapping, Reading reading)
    {
        foreach (string missing in (reading.Languages ?? []).Where(language => mapping.Find(language) is null))
        {
            reading.Refuse(
                mapping.Place.Key(missing), mapping.Line, $"the text in '{missing}' is missing",
                "every text has all of study.languages; add it");
        }
    }
}
