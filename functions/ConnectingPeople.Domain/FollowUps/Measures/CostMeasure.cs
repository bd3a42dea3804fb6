using System.Globalization;
using ConnectingPeople.Domain.CheckIns;

namespace ConnectingPeople.Domain.FollowUps.Measures;

/// <summary>
/// What the services that somebody used cost: the units of each times its unit cost, summed (Beecham and Knapp 2001, Costing
/// psychiatric interventions, in Thornicroft, Measuring Mental Health Needs, whose CSRI asks for the units). It covers the time that the
/// questions ask about, and isn't scaled up to any other.
/// </summary>
/// <param name="Head">What it says of itself.</param>
/// <param name="Currency">ISO 4217, such as <c>GBP</c>.</param>
/// <param name="PriceYear">The year whose prices the unit costs are.</param>
/// <param name="UnitCosts">At least one.</param>
public sealed record CostMeasure(MeasureHead Head, string Currency, int PriceYear, IReadOnlyList<UnitCost> UnitCosts) : WaveMeasure(Head)
{
    public override string Unit => string.Create(CultureInfo.InvariantCulture, $"{Currency} at prices of {PriceYear}");

    public override IReadOnlyList<Item> Items => [.. UnitCosts.Select(row => row.Item)];

    public override (decimal Least, decimal Most)? Range =>
        (UnitCosts.Sum(row => row.Item.Least * row.Cost), UnitCosts.Sum(row => row.Item.Most * row.Cost));

    public override string Formula => string.Join(" + ", UnitCosts) + (UnitCosts.Any(row => row.Item.Question.AskWhen is not null)
        ? "; a question that wasn't asked because an earlier answer made it pointless counts 0"
        : "");

    public override string MissingWhen => "not all items were";

    public override decimal? From(CheckIn wave)
    {
        List<decimal> costs = [.. UnitCosts.Select(row => Units(row.Item, wave) * row.Cost).OfType<decimal>()];
        return costs.Count == UnitCosts.Count ? costs.Sum() : null;
    }

    /// <summary>Nobody who said that they don't use a service is asked how often; one who didn't say either is unknown.</summary>
    private static int? Units(Item item, CheckIn wave) => item.In(wave)
        ?? (item.Question.AskWhen is { } condition
            && wave.Answers.Any(answer => answer.Question == condition.Question && answer.Value is not null)
            && !Conversation.IsWorthAsking(item.Question, wave)
                ? 0
                : null);
}

/// <summary>What one unit of a service costs.</summary>
/// <param name="Item">The question that asks for the units.</param>
/// <param name="Per">What a unit is, such as "appointment of 10 minutes".</param>
/// <param name="Cost">In the measure's currency, not below 0.</param>
public sealed record UnitCost(Item Item, string Per, decimal Cost)
{
    /// <summary>As formulas write it: <c>gp-visits times 41.00 (appointment)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Item} times {Cost} ({Per})");
}
