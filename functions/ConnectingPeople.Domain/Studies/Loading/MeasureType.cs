using ConnectingPeople.Domain.FollowUps.Measures;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>What only one type of measure has.</summary>
/// <param name="Name">As definitions write it.</param>
/// <param name="Keys">Its own keys beside those of every measure.</param>
/// <param name="Make">Makes a measure of the type; null when something it is made from is wrong or unknown.</param>
internal sealed record MeasureType(string Name, IReadOnlyList<Key> Keys, Func<Fields, MeasureHead, Measure?> Make)
{
    private static readonly Key<string> QalyOf = Key.Required("of", Scalars.MeasureId, "the id of an earlier index, whose values are joined");

    public static IReadOnlyDictionary<string, MeasureType> All { get; } = new List<MeasureType>
    {
        new("sum", ItemsOfMeasure.Keys, ItemsOfMeasure.Sum),
        new("mean", ItemsOfMeasure.Keys, ItemsOfMeasure.Mean),
        new("lookup", LookupTable.Keys, LookupTable.Make),
        new("index", ValueSet.Keys, ValueSet.Make),
        new("cost", UnitCosts.Keys, UnitCosts.Make),
        new("qaly", [QalyOf], Qaly),
    }.ToDictionary(type => type.Name);

    private static QalyMeasure? Qaly(Fields fields, MeasureHead head) =>
        MeasureKeys.Earlier<IndexMeasure>(fields, QalyOf, "an index") is { } index ? new QalyMeasure(head, index) : null;
}
