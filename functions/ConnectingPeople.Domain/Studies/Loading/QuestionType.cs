namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>What only one type of question has.</summary>
/// <param name="Name">As definitions write it.</param>
/// <param name="Keys">Its own keys beside those of every question.</param>
/// <param name="Make">Makes a question of the type with that id and text, without what every other question may have.</param>
internal sealed record QuestionType(string Name, IReadOnlyList<Key> Keys, Func<Fields, string, MessageText, Question> Make)
{
    /// <summary>The greatest number that any question takes.</summary>
    public const int MaxCount = 100_000;

    private static readonly Key<int> ScaleMin = Key.Required("min", Scalars.Integer(-100, 100), "the least number of the scale");
    private static readonly Key<int> ScaleMax = Key.Required("max", Scalars.Integer(-100, 100), "the greatest number of the scale");
    private static readonly Key<int> CountMin = Key.Optional(
        "min", Scalars.Integer(0, MaxCount), 0, "the least number taken as an answer; 0 unless given");
    private static readonly Key<int> CountMax = Key.Optional(
        "max", Scalars.Integer(0, MaxCount), 99, "the greatest number taken as an answer; 99 unless given");

    private static readonly Key<IReadOnlyDictionary<int, string>> Labels = Key.Optional(
        "labels", new LabelsShape(), new Dictionary<int, string>(), "words for numbers of the scale, such as { 1: not started, 4: done }");

    private static readonly Key<IReadOnlyList<Option?>> Options = Key.Required(
        "options", new ListShape<Option>("a list of options", new OptionShape(), atLeast: 2),
        "the answers to choose from, in the order of their numbers");

    public static IReadOnlyDictionary<string, QuestionType> All { get; } = new List<QuestionType>
    {
        new("scale", [ScaleMin, ScaleMax, Labels], Scale),
        new("count", [CountMin, CountMax], Count),
        new("yes-no", [], (_, id, text) => new YesNoQuestion { Id = id, Text = text }),
        new("choice", [Options], (fields, id, text) => new ChoiceQuestion(Choices(fields)) { Id = id, Text = text }),
        new("choices", [Options], (fields, id, text) => new ChoicesQuestion(Choices(fields)) { Id = id, Text = text }),
        new("text", [], (_, id, text) => new TextQuestion { Id = id, Text = text }),
        new("date", [], (_, id, text) => new DateQuestion { Id = id, Text = text }),
    }.ToDictionary(type => type.Name);

    private static ScaleQuestion Scale(Fields fields, string id, MessageText text)
    {
        IReadOnlyDictionary<int, string> labels = fields.Get(Labels) ?? new Dictionary<int, string>();
        ScaleQuestion scale = new(fields.Get(ScaleMin), fields.Get(ScaleMax), labels) { Id = id, Text = text };
        if (AreInOrder(fields, ScaleMin, ScaleMax, scale.Min, scale.Max))
        {
            foreach (int outside in scale.Labels.Keys.Where(number => number < scale.Min || number > scale.Max))
            {
                fields.Refuse(
                    Labels, $"there is a label for {outside}, outside the scale from {scale.Min} to {scale.Max}",
                    "label only numbers of the scale");
            }
        }

        return scale;
    }

    private static CountQuestion Count(Fields fields, string id, MessageText text)
    {
        CountQuestion count = new(fields.Get(CountMin), fields.Get(CountMax)) { Id = id, Text = text };
        AreInOrder(fields, CountMin, CountMax, count.Min, count.Max);
        return count;
    }

    private static bool AreInOrder(Fields fields, Key<int> minKey, Key<int> maxKey, int min, int max)
    {
        if (fields.IsFaulty(minKey) || fields.IsFaulty(maxKey))
        {
            return false;
        }

        if (min >= max)
        {
            fields.Refuse(minKey, $"min {min} isn't below max {max}", "swap or widen them");
        }

        return min < max;
    }

    private static List<Option> Choices(Fields fields)
    {
        List<Option> options = fields.List(Options);
        foreach (Option twin in options.GroupBy(option => option.Value).SelectMany(alike => alike.Skip(1)))
        {
            fields.Refuse(Options, $"two options have the value {Words.Quote(twin.Value)}", "give each its own");
        }

        foreach (Option twin in options.GroupBy(option => option.Label.ToUpperInvariant()).SelectMany(alike => alike.Skip(1)))
        {
            fields.Refuse(
                Options, $"two options have the label {Words.Quote(twin.Label)}",
                "a person couldn't tell them apart; word one differently");
        }

        return options;
    }
}
