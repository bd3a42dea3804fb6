using ConnectingPeople.Domain.FollowUps.Measures;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>How a measure is written that puts an earlier sum through a table.</summary>
internal static class LookupTable
{
    private static readonly Key<string> Of = Key.Required("of", Scalars.MeasureId, "the id of an earlier sum, whose scores are looked up");

    private static readonly Key<IReadOnlyDictionary<int, decimal>> Table = Key.Required(
        "table", new RowsShape("a table", Scalars.Number(-1_000_000, 1_000_000)), "a score for every sum that can be, such as { 7: 7.00, 8: 9.51 }");

    public static IReadOnlyList<Key> Keys { get; } = [MeasureKeys.Unit, Of, Table];

    public static Measure? Make(Fields fields, MeasureHead head)
    {
        string unit = fields.Get(MeasureKeys.Unit) ?? "";
        SumMeasure? raw = MeasureKeys.Earlier<SumMeasure>(fields, Of, "a sum");
        IReadOnlyDictionary<int, decimal> table = fields.Get(Table) ?? new Dictionary<int, decimal>();
        if (raw is null)
        {
            return null;
        }

        if (raw.Needed < raw.Items.Count)
        {
            fields.Refuse(Of, $"'{raw.Id}' is prorated, so its scores needn't be whole", $"leave prorateFrom out of '{raw.Id}'");
        }

        if (fields.IsSound(Table))
        {
            RowsShape.CheckComplete(
                fields.Node.Find(Table.Name)!, table, raw.Items.Sum(item => (long)item.Least), raw.Items.Sum(item => (long)item.Most), "a raw score", fields.Reading);
        }

        return new LookupMeasure(head, unit, raw, table);
    }
}
