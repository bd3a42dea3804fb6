namespace ConnectingPeople.Domain.FollowUps.Measures;

/// <summary>
/// Quality-adjusted life years between the waves: the area under the line from one index value to the other, so the mean of both times
/// the years that passed. A year in full health is 1.
/// </summary>
/// <remarks>
/// The trapezium rule (Matthews et al. 1990, BMJ 300:230-235) as Manca, Hawkins and Sculpher 2005 (Health Economics 14:487-496) use it
/// for QALYs. They show that a comparison of groups must control for the baseline index, which stands beside it in the dataset. A year
/// is 365.25 days.
/// </remarks>
/// <param name="Head">What it says of itself.</param>
/// <param name="Index">Whose values the line joins.</param>
public sealed record QalyMeasure(MeasureHead Head, IndexMeasure Index) : Measure(Head)
{
    private const decimal DaysOfAYear = 365.25m;

    public override string Unit => "years in full health";

    public override IReadOnlyList<Item> Items => Index.Items;

    public override bool IsBetweenWaves => true;

    public override (decimal Least, decimal Most)? Range => null;

    public override string Formula => $"({Index.Id}_baseline + {Index.Id}_nine_month) / 2 times the days from baseline_on to nine_month_on / "
        + $"{Text(DaysOfAYear)}; a comparison of groups should control for {Index.Id}_baseline (Manca et al. 2005)";

    public override string MissingWhen => $"{Index.Id} is missing at either wave, or the waves weren't answered on days in their order";

    public override Score Of(MeasuredWave? baseline, MeasuredWave? nineMonth) =>
        Index.At(baseline) is { } from && Index.At(nineMonth) is { } to && Period.DaysBetween(baseline!.On, nineMonth!.On) is > 0 and var days
            ? new Score(null, Round(Between(from, to, days)))
            : default;

    /// <summary>The area under the line between two index values.</summary>
    /// <param name="from">The first value.</param>
    /// <param name="to">The second.</param>
    /// <param name="days">How many days lie between them, at least 0.</param>
    /// <returns>QALYs, not rounded yet.</returns>
    public static decimal Between(decimal from, decimal to, int days) => (from + to) / 2 * days / DaysOfAYear;
}
