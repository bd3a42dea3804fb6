namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>What only one type of question has.</summary>
/// <param name="Name">As definitions write it.</param>
/// <param name="Keys">Its own keys beside those of every question.</param>
/// <param name="Make">Makes a question of the type, without what every question has.</param>
internal sealed record QuestionType(string Name, IReadOnlyList<Key> Keys, Func<Fields, Question> Make)
{
    private const int MaxCount = 100_000;

    private static readonly Key<int> ScaleMin = Key.Required("min", Scalars.Integer(-100, 100), "the least number of the scale");
    private static readonly Key<int> ScaleMax = Key.Required("max", Scalars.Integer(-100, 100), "the greatest number of the scale");
    private static readonly Key<int> CountMin = Key.Optional("min", Scalars.Integer(0, MaxCount), 0, "the least number taken as an answer; 0 unless given");
    private static readonly Key<int> CountMax = Key.Optional("max", Scalars.Integer(0, MaxCount), 99, "the greatest number taken as an answer; 99 unless given");

    private static readonly Key<IReadOnlyDictionary<int, string>> Labels = Key.Optional(
        "labels", new LabelsShape(), new Dictionary<int, string>(), "words for numbers of the scale, such as { 1: not started, 4: done }");

    private static readonly Key<IReadOnlyList<Option?>> Options = Key.Required(
        "options", new ListShape<Option>("a list of options", new OptionShape(), atLeast: 2), "the answers to choose from, in the order of their numbers");

    public static IReadOnlyDictionary<string, QuestionType> All { get; } = new List<QuestionType>
    {
        new("scale", [ScaleMin, ScaleMax, Labels], Scale),
        new("count", [CountMin, CountMax], Count),
        new("yes-no", [], _ => new YesNoQuestion { Id = "", Text = MessageText.Plain("") }),
        new("choice", [Options], fields => new ChoiceQuestion(Choices(fields)) { Id = "", Text = MessageText.Plain("") }),
        new("choices", [Options], fields => new ChoicesQuestion(Choices(fields)) { Id = "", Text = MessageText.Plain("") }),
        new("text", [], _ => new TextQuestion { Id = "", Text = MessageText.Plain("") }),
        new("date", [], _ => new DateQuestion { Id = "", Text = MessageText.Plain("") }),
    }.ToDictionary(type => type.Name);

    private static ScaleQuestion Scale(Fields fields)
    {
        ScaleQuestion scale = new(fields.Get(ScaleMin), fields.Get(ScaleMax), fields.Get(Labels)!) { Id = "", Text = MessageText.Plain("") };
        if (fields.Has(ScaleMin) && fields.Has(ScaleMax))
        {
            RefuseCrossed(fields, ScaleMin, scale.Min, scale.Max);
            foreach (int outside in scale.Labels.Keys.Where(number => number < scale.Min || number > scale.Max))
            {
                fields.Refuse(Labels, $"there is a label for {outside}, outside the scale from {scale.Min} to {scale.Max}", "label only numbers of the scale");
            }
        }

        return scale;
    }

    private static CountQuestion Count(Fields fields)
    {
        CountQuestion count = new(fields.Get(CountMin), fields.Get(CountMax)) { Id = "", Text = MessageText.Plain("") };
        RefuseCrossed(fields, CountMin, count.Min, count.Max);
        return count;
    }

    private static void RefuseCrossed(Fields fields, Key<int> key, int min, int max)
    {
        if (min >= max)
        {
            fields.Refuse(key, $"min {min} isn't below max {max}", "swap or widen them");
        }
    }

    private static List<Option> Choices(Fields fields)
    {
        List<Option> options = [.. fields.Get(Options)!.OfType<Option>()];
        foreach (Option twin in options.GroupBy(option => option.Value).SelectMany(alike => alike.Skip(1)))
        {
            fields.Refuse(Options, $"two options have the value {Words.Quote(twin.Value)}", "give each its own");
        }

        foreach (Option twin in options.GroupBy(option => option.Label.ToUpperInvariant()).SelectMany(alike => alike.Skip(1)))
        {
            fields.Refuse(Options, $"two options have the label {Words.Quote(twin.Label)}", "a person couldn't tell them apart; word one differently");
        }

        return options;
    }
}
