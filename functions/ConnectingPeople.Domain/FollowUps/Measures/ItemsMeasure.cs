using System.Globalization;
using ConnectingPeople.Domain.CheckIns;

namespace ConnectingPeople.Domain.FollowUps.Measures;

/// <summary>A measure of items that count alike. When some are missing, those answered may stand in for them.</summary>
/// <remarks>
/// Standing in is prorating, as the FACIT scales are scored (Webster, Cella and Yost 2003, Health and Quality of Life Outcomes 1:79;
/// facit.org/scoring): each missing item takes the mean of the person's answered ones. FACIT asks for more than half of the items.
/// </remarks>
/// <param name="Head">What it says of itself.</param>
/// <param name="Unit">What a score counts.</param>
/// <param name="Items">At least one.</param>
/// <param name="ProrateFrom">The least share of items that must be answered, above 0 up to 1; 1 lets none be missing.</param>
public abstract record ItemsMeasure(MeasureHead Head, string Unit, IReadOnlyList<Item> Items, decimal ProrateFrom) : WaveMeasure(Head)
{
    public sealed override string Unit { get; } = Unit;

    public sealed override IReadOnlyList<Item> Items { get; } = Items;

    /// <summary>How many items must be answered, at least 1.</summary>
    public int Needed => Math.Max(1, (int)Math.Ceiling(ProrateFrom * Items.Count));

    public sealed override string MissingWhen => Items.Count == 1 ? "the question wasn't"
        : Needed == Items.Count ? string.Create(CultureInfo.InvariantCulture, $"not all {Items.Count} items were")
        : string.Create(CultureInfo.InvariantCulture, $"fewer than {Needed} of the {Items.Count} items were");

    /// <summary>The mean of the answered items times <paramref name="times"/>.</summary>
    /// <returns>Null when fewer are answered than needed.</returns>
    protected decimal? Prorated(CheckIn wave, int times)
    {
        List<int> answered = [.. Items.Select(item => item.In(wave)).OfType<int>()];
        return answered.Count < Needed ? null : answered.Sum(number => (decimal)number) * times / answered.Count;
    }

    /// <summary>What the formula adds when items may be missing.</summary>
    protected string WithMissing(string otherwise) => Needed == Items.Count
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"; when {Needed} or more of the {Items.Count} are answered but not all, {otherwise}");
}

/// <summary>
/// The sum of its items. Of <c>k</c> items answered among <c>n</c>, when that is enough, the sum of those answered times
/// <c>n / k</c>: FACIT's prorated subscale score. Prorated sums needn't be whole numbers.
/// </summary>
public sealed record SumMeasure(MeasureHead Head, string Unit, IReadOnlyList<Item> Items, decimal ProrateFrom)
    : ItemsMeasure(Head, Unit, Items, ProrateFrom)
{
    public override (decimal Least, decimal Most)? Range => (Items.Sum(item => (decimal)item.Least), Items.Sum(item => (decimal)item.Most));

    public override string Formula => string.Join(" + ", Items)
        + WithMissing(string.Create(CultureInfo.InvariantCulture, $"their sum times {Items.Count} divided by how many are answered"));

    public override decimal? From(CheckIn wave) => Prorated(wave, Items.Count);
}

/// <summary>The mean of its items, which have the same range; of those answered, when they are enough.</summary>
public sealed record MeanMeasure(MeasureHead Head, string Unit, IReadOnlyList<Item> Items, decimal ProrateFrom)
    : ItemsMeasure(Head, Unit, Items, ProrateFrom)
{
    public override (decimal Least, decimal Most)? Range => (Items[0].Least, Items[0].Most);

    public override string Formula => $"mean of {string.Join(", ", Items)}{WithMissing("the mean of those")}";

    public override decimal? From(CheckIn wave) => Prorated(wave, 1);
}
