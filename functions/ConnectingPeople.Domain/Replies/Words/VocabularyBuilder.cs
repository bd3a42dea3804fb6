namespace ConnectingPeople.Domain.Replies.Words;

/// <summary>Collects the words of the lexicon, the spellings and a study's phrases.</summary>
internal sealed class VocabularyBuilder
{
    private static readonly VocabularyBuilder Known = new VocabularyBuilder([], [], [], [], new(StringComparer.Ordinal), []).AddKnown();

    /// <summary>Begins with the lexicon and the spellings.</summary>
    public VocabularyBuilder()
        : this([.. Known.Texts], [.. Known.Senses], [.. Known.Values], [.. Known.Expansions], new(Known.Numbers, StringComparer.Ordinal), new(Known.Joined))
    {
    }

    private VocabularyBuilder(
        List<string> texts, List<Sense> senses, List<int> values, List<ushort[]> expansions, Dictionary<string, int> numbers, Dictionary<uint, ushort> joined) =>
        (Texts, Senses, Values, Expansions, Numbers, Joined) = (texts, senses, values, expansions, numbers, joined);

    public List<string> Texts { get; }

    public List<Sense> Senses { get; }

    public List<int> Values { get; }

    public List<ushort[]> Expansions { get; }

    /// <summary>A word's number by its spelling; the complement of an index into <see cref="Expansions"/> for a contraction.</summary>
    public Dictionary<string, int> Numbers { get; }

    public Dictionary<uint, ushort> Joined { get; }

    /// <summary>Adds a word, or a sense to a word that is there already.</summary>
    public ushort Add(string word, Sense sense = Sense.None, int value = 0)
    {
        if (!Numbers.TryGetValue(word, out int number))
        {
            number = Texts.Count;
            Numbers[word] = number;
            Texts.Add(word);
            Senses.Add(Sense.None);
            Values.Add(0);
        }

        Senses[number] |= sense;
        Values[number] = Math.Max(Values[number], value);
        return checked((ushort)number);
    }

    private VocabularyBuilder AddKnown()
    {
        Add("");
        foreach ((Sense sense, string words) in Lexicon.Senses)
        {
            foreach (string word in words.Split(' '))
            {
                Add(word, sense);
            }
        }

        AddNumbers();
        foreach ((string first, string second, string meant) in Spellings.Joined)
        {
            Joined[((uint)Add(first) << 16) | Add(second)] = Add(meant);
        }

        foreach ((string written, string meant) in Spellings.All)
        {
            AddSpelling(written, meant);
        }

        return this;
    }

    private void AddNumbers()
    {
        for (int value = 0; value < Lexicon.Units.Count; value++)
        {
            Add(Lexicon.Units[value], Sense.Unit | Sense.Tolerant, value);
        }

        for (int ten = 0; ten < Lexicon.Tens.Count; ten++)
        {
            Add(Lexicon.Tens[ten], Sense.Ten | Sense.Tolerant, (ten + 2) * 10);
            for (int unit = 1; unit < 10; unit++)
            {
                Add(Lexicon.Tens[ten] + Lexicon.Units[unit], Sense.Unit | Sense.Tolerant, ((ten + 2) * 10) + unit);
            }
        }

        for (int place = 0; place < Lexicon.Ordinals.Count; place++)
        {
            Add(Lexicon.Ordinals[place], Sense.Ordinal, place + 1);
        }

        Add("last", Sense.Ordinal, int.MaxValue);
    }

    private void AddSpelling(string written, string meant)
    {
        string[] words = meant.Split(' ');
        if (words.Length == 1)
        {
            Numbers[written] = Add(meant);
            return;
        }

        Numbers[written] = ~Expansions.Count;
        Expansions.Add([.. words.Select(word => Add(word))]);
    }
}
