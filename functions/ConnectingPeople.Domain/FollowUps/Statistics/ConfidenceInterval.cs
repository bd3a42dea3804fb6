namespace ConnectingPeople.Domain.FollowUps.Statistics;

/// <summary>A confidence interval, its ends included.</summary>
/// <param name="Low">The lower end, in the unit of what it is of.</param>
/// <param name="High">The upper end; never below <paramref name="Low"/>.</param>
public readonly record struct ConfidenceInterval(double Low, double High)
{
    /// <summary>How sure every interval of this project is: 95%, the usual one (CONSORT 2010, item 17a).</summary>
    public const double Level = 0.95;

    /// <summary>The probability below the upper end of an interval that leaves out as much above as below.</summary>
    internal const double Upper = 1 - ((1 - Level) / 2);

    internal static ConfidenceInterval Around(double middle, double reach) => new(middle - reach, middle + reach);
}
