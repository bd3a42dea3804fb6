using System.Globalization;
using ConnectingPeople.Domain.FollowUps.Measures;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>How a measure is written that values a state of health by a value set.</summary>
internal static class ValueSet
{
    private static readonly IShape<decimal> Loss = Scalars.Number(0, 10);

    private static readonly Key<Question> Item = Key.Required("item", new ItemShape("scale"), "the question that asks for its level; its least is no loss");
    private static readonly Key<IReadOnlyDictionary<int, decimal>> Levels = Key.Required(
        "levels", new RowsShape("a table of levels", Loss), "what each level above the least takes away, such as { 2: 0.069, 3: 0.314 }");

    private static readonly Key<IReadOnlyList<Dimension?>> Dimensions = Key.Required(
        "dimensions",
        new ListShape<Dimension>("a list of dimensions", new MapShape<Dimension>("a dimension", [Item, Levels], MakeDimension), atLeast: 1),
        "what a state of health is made of");

    private static readonly Key<IReadOnlyDictionary<int, decimal>> AnyAtLeast = Key.Optional(
        "anyAtLeast", new RowsShape("a table of levels", Loss), new Dictionary<int, decimal>(),
        "what is taken away once when any dimension is at a level or above, such as { 2: 0.081, 3: 0.269 }; nothing unless given");

    public static IReadOnlyList<Key> Keys { get; } = [MeasureKeys.Unit, Dimensions, AnyAtLeast];

    public static Measure? Make(Fields fields, MeasureHead head)
    {
        string unit = fields.Get(MeasureKeys.Unit) ?? "";
        List<Dimension> dimensions = fields.List(Dimensions);
        IReadOnlyDictionary<int, decimal> any = fields.Get(AnyAtLeast) ?? new Dictionary<int, decimal>();
        ItemsOfMeasure.Check(fields, Dimensions, [.. dimensions.Select(dimension => dimension.Item.Question)]);
        if (dimensions.Count == 0)
        {
            return null;
        }

        int first = dimensions.Min(dimension => dimension.Item.Least) + 1;
        int last = dimensions.Max(dimension => dimension.Item.Most);
        if (fields.IsSound(Dimensions) && fields.IsSound(AnyAtLeast))
        {
            foreach (int outside in any.Keys.Where(level => level < first || level > last))
            {
                fields.Refuse(
                    AnyAtLeast, string.Create(CultureInfo.InvariantCulture, $"no dimension tells level {outside} from others"),
                    string.Create(CultureInfo.InvariantCulture, $"write levels from {first} to {last}"));
            }
        }

        return new IndexMeasure(head, unit, dimensions, any);
    }

    private static Dimension? MakeDimension(Fields fields)
    {
        Question? question = fields.Get(Item);
        IReadOnlyDictionary<int, decimal> levels = fields.Get(Levels) ?? new Dictionary<int, decimal>();
        if (question is null)
        {
            return null;
        }

        Item item = new(question);
        if (fields.IsSound(Levels))
        {
            RowsShape.CheckComplete(fields.Node.Find(Levels.Name)!, levels, item.Least + 1, item.Most, "a level", fields.Reading);
        }

        return new Dimension(item, levels);
    }
}
