using System.Globalization;
using ConnectingPeople.Domain.CheckIns;

namespace ConnectingPeople.Domain.FollowUps.Measures;

/// <summary>
/// A raw sum put through a published table, such as the one that makes an interval scale of the SWEMWBS (Stewart-Brown et al. 2009,
/// Health and Quality of Life Outcomes 7:15).
/// </summary>
/// <param name="Head">What it says of itself.</param>
/// <param name="Unit">What a score counts.</param>
/// <param name="Raw">Whole, so never prorated.</param>
/// <param name="Table">A score for every sum that <paramref name="Raw"/> can have.</param>
public sealed record LookupMeasure(MeasureHead Head, string Unit, SumMeasure Raw, IReadOnlyDictionary<int, decimal> Table) : WaveMeasure(Head)
{
    public override string Unit { get; } = Unit;

    public override IReadOnlyList<Item> Items => Raw.Items;

    public override (decimal Least, decimal Most)? Range => (Table.Values.Min(), Table.Values.Max());

    public override string Formula => $"{Raw.Id} by a table: {string.Join(", ", Table.OrderBy(row => row.Key)
        .Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Key} = {row.Value}")))}; {Raw.Id} is {Raw.Formula}";

    public override string MissingWhen => Raw.MissingWhen;

    public override decimal? From(CheckIn wave) => Raw.From(wave) is { } sum ? Table[(int)sum] : null;
}
