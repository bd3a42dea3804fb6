using ConnectingPeople.Domain.FollowUps.Measures;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>How the items of sums and means are written, and what holds for the items of every measure.</summary>
internal static class ItemsOfMeasure
{
    private static readonly Key<IReadOnlyList<Question?>> Items = Key.Required(
        "items", new ListShape<Question>("a list of items", new ItemShape("scale", "count", "yes-no"), atLeast: 1),
        "the questions it is made from; yes counts 1 and no 0");

    private static readonly Key<IReadOnlyList<string?>> Reversed = Key.Optional(
        "reversed", new ListShape<string>("a list of items", Scalars.Id), [], "those of the items whose high answers count low; none unless given");

    private static readonly Key<decimal> ProrateFrom = Key.Optional(
        "prorateFrom", Scalars.Number(0, 1), 1m,
        "the least share of the items that must be answered, such as 0.5; then those stand in for the missing ones; 1 unless given");

    public static IReadOnlyList<Key> Keys { get; } = [MeasureKeys.Unit, Items, Reversed, ProrateFrom];

    public static Measure? Sum(Fields fields, MeasureHead head) =>
        Read(fields, isMean: false) is { } read ? new SumMeasure(head, read.Unit, read.Items, read.ProrateFrom) : null;

    public static Measure? Mean(Fields fields, MeasureHead head) =>
        Read(fields, isMean: true) is { } read ? new MeanMeasure(head, read.Unit, read.Items, read.ProrateFrom) : null;

    /// <summary>Checks the items of a measure together.</summary>
    /// <param name="fields">The measure's.</param>
    /// <param name="key">The list that names them.</param>
    /// <param name="questions">As far as they could be read.</param>
    public static void Check(Fields fields, Key key, IReadOnlyList<Question> questions)
    {
        if (!fields.IsSound(key))
        {
            return;
        }

        foreach (string twin in questions.GroupBy(question => question.Id).Where(alike => alike.Count() > 1).Select(alike => alike.Key))
        {
            fields.Refuse(key, $"'{twin}' is named twice", "name each question once");
        }

        foreach ((string wave, Questionnaire asks) in fields.Reading.FollowUps ?? [])
        {
            Question? missing = questions.FirstOrDefault(question => asks.Find(question.Id) is null);
            Question? asked = questions.FirstOrDefault(question => asks.Find(question.Id) is not null);
            if (missing is not null && asked is not null)
            {
                fields.Refuse(key, $"{wave} asks '{asked.Id}' but not '{missing.Id}'", "let a wave ask all items of a measure, or none");
            }
        }
    }

    private static (string Unit, IReadOnlyList<Item> Items, decimal ProrateFrom)? Read(Fields fields, bool isMean)
    {
        string unit = fields.Get(MeasureKeys.Unit) ?? "";
        List<Question> questions = fields.List(Items);
        List<string> reversed = fields.List(Reversed);
        decimal share = fields.Get(ProrateFrom);
        if (fields.IsSound(ProrateFrom) && share == 0)
        {
            fields.Refuse(ProrateFrom, "a score can't come from no answers", "write a share above 0, such as 0.5");
        }

        Check(fields, Items, questions);
        CheckReversed(fields, questions);
        CheckRanges(fields, questions, isMean, share);
        return questions.Count == 0 ? null : (unit, [.. questions.Select(question => new Item(question, reversed.Contains(question.Id)))], share);
    }

    private static void CheckReversed(Fields fields, IReadOnlyList<Question> questions)
    {
        Sequence? list = fields.IsSound(Items) && fields.IsSound(Reversed) ? fields.Node.Find(Reversed.Name) as Sequence : null;
        foreach (Scalar entry in list?.Items.OfType<Scalar>() ?? [])
        {
            Question? item = questions.FirstOrDefault(question => question.Id == entry.Text);
            if (item is null && fields.Reading.FollowUps is { Count: > 0 })
            {
                fields.Reading.Refuse(entry, $"{Words.Quote(entry.Text)} is none of the items", Words.Suggest(entry.Text, questions.Select(question => question.Id)));
            }
            else if (item is CountQuestion)
            {
                fields.Reading.Refuse(entry, $"'{item.Id}' is a count, whose reverse means nothing", "reverse only scales and yes-no");
            }
        }
    }

    /// <summary>Items stand in for each other only where they count alike.</summary>
    private static void CheckRanges(Fields fields, IReadOnlyList<Question> questions, bool isMean, decimal share)
    {
        if (fields.IsSound(Items) && (isMean || share < 1) && questions.Select(Item.RangeOf).Distinct().Count() > 1)
        {
            fields.Refuse(
                Items, isMean ? "a mean needs items with the same range" : "items with different ranges can't stand in for each other",
                isMean ? "leave out those with another range, or make it a sum" : "leave out prorateFrom, or the items with another range");
        }
    }
}
