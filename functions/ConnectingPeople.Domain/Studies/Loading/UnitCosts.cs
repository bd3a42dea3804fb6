using ConnectingPeople.Domain.FollowUps.Measures;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>How a measure is written that prices the services somebody used.</summary>
internal static class UnitCosts
{
    private static readonly Key<string> Currency = Key.Required("currency", Scalars.Currency, "the ISO 4217 code, such as GBP");
    private static readonly Key<int> PriceYear = Key.Required("priceYear", Scalars.Integer(1990, 2100), "the year whose prices the unit costs are");

    private static readonly Key<Question> Item = Key.Required("item", new ItemShape("count", "yes-no"), "the question that asks for the units");
    private static readonly Key<string> Per = Key.Required("per", Scalars.Line, "what a unit is, such as: appointment of 10 minutes");
    private static readonly Key<decimal> Cost = Key.Required("cost", Scalars.Number(0, 1_000_000), "what a unit costs");

    private static readonly Key<IReadOnlyList<UnitCost?>> Rows = Key.Required(
        "unitCosts",
        new ListShape<UnitCost>("a list of unit costs", new MapShape<UnitCost>("a unit cost", [Item, Per, Cost], MakeRow), atLeast: 1),
        "the services, each with the question that counts its use and what a unit costs");

    public static IReadOnlyList<Key> Keys { get; } = [Currency, PriceYear, Rows];

    public static Measure? Make(Fields fields, MeasureHead head)
    {
        (string currency, int priceYear) = (fields.Get(Currency) ?? "", fields.Get(PriceYear));
        List<UnitCost> rows = fields.List(Rows);
        ItemsOfMeasure.Check(fields, Rows, [.. rows.Select(row => row.Item.Question)]);
        return rows.Count == 0 ? null : new CostMeasure(head, currency, priceYear, rows);
    }

    private static UnitCost? MakeRow(Fields fields)
    {
        Question? question = fields.Get(Item);
        (string per, decimal cost) = (fields.Get(Per) ?? "", fields.Get(Cost));
        return question is null ? null : new UnitCost(new Item(question), per, cost);
    }
}
