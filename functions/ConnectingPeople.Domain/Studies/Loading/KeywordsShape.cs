using ConnectingPeople.Domain.Replies;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>Words that mean the same at any time.</summary>
internal static class KeywordsShape
{
    private static readonly Key<IReadOnlyList<string?>> OptOut = Of(
        "optOut", "no more messages, ever; at least the words that carriers obey themselves");
    private static readonly Key<IReadOnlyList<string?>> OptIn = Of("optIn", "messages again");
    private static readonly Key<IReadOnlyList<string?>> Help = Of("help", "who we are and who to turn to");
    private static readonly Key<IReadOnlyList<string?>> Pause = Of("pause", "no messages for a while");
    private static readonly Key<IReadOnlyList<string?>> CallMe = Of("callMe", "please ring me");

    public static IShape<Keywords> Shape { get; } = new MapShape<Keywords>("the keywords", [OptOut, OptIn, Help, Pause, CallMe], Make);

    /// <summary>As words are compared: regardless of case and spaces around.</summary>
    public static string Plain(string word) => word.Trim().ToUpperInvariant();

    private static Key<IReadOnlyList<string?>> Of(string name, string description) =>
        Key.Required(name, new ListShape<string>("a list of words", Scalars.Line, atLeast: 1), description);

    private static Keywords Make(Fields fields)
    {
        Keywords keywords = new(fields.List(OptOut), fields.List(OptIn), fields.List(Help), fields.List(Pause), fields.List(CallMe));
        RefuseTwoMeanings(fields);
        List<string> missing = [.. Keywords.CarrierOptOut.Except(keywords.OptOut.Select(Plain))];
        if (fields.Has(OptOut) && missing.Count > 0)
        {
            fields.Refuse(OptOut, $"carriers also stop at {string.Join(", ", missing)}", "add these words");
        }

        return keywords;
    }

    private static void RefuseTwoMeanings(Fields fields)
    {
        Dictionary<string, Key> meanings = [];
        foreach (Key key in new[] { OptOut, OptIn, Help, Pause, CallMe })
        {
            foreach (Scalar word in (fields.Node.Find(key.Name) as Sequence)?.Items.OfType<Scalar>() ?? [])
            {
                if (!meanings.TryAdd(Plain(word.Text), key))
                {
                    fields.Reading.Refuse(
                        word, $"{Words.Quote(word.Text)} stands under '{meanings[Plain(word.Text)].Name}' already", "give it one meaning");
                }
            }
        }
    }
}
