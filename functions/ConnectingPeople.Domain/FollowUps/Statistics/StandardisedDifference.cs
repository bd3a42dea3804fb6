using MathNet.Numerics.Distributions;

namespace ConnectingPeople.Domain.FollowUps.Statistics;

/// <summary>
/// How much the means of two independent groups differ, in standard deviations, so that measures of different units compare: Hedges' g,
/// as Borenstein, Hedges, Higgins and Rothstein, Introduction to Meta-Analysis, 2009, chapter 4, compute it.
/// </summary>
/// <param name="D">Cohen's d: the difference over the pooled standard deviation (4.18, 4.19). No unit.</param>
/// <param name="G">d × J, which takes d's bias in small samples away (4.22 to 4.23). No unit.</param>
/// <param name="Variance">Of g: J² × ((n₁ + n₂)/(n₁n₂) + d²/(2(n₁ + n₂))) (4.20, 4.24).</param>
public sealed record StandardisedDifference(double D, double G, double Variance)
{
    /// <summary>95% confidence interval of g: g ± 1.96 × √variance (8.3, 8.4).</summary>
    public ConfidenceInterval Interval => ConfidenceInterval.Around(G, Normal.InvCDF(0, 1, ConfidenceInterval.Upper) * Math.Sqrt(Variance));

    /// <returns>Null when no value of either group differs from its mean: there is nothing to measure the difference by.</returns>
    public static StandardisedDifference? Hedges(Summary first, Summary second)
    {
        double n1 = first.N;
        double n2 = second.N;
        double freedom = n1 + n2 - 2;
        double pooled = Math.Sqrt((((n1 - 1) * Square(first.StandardDeviation)) + ((n2 - 1) * Square(second.StandardDeviation))) / freedom);
        if (pooled == 0)
        {
            return null;
        }

        double d = (first.Mean - second.Mean) / pooled;
        double correction = 1 - (3 / ((4 * freedom) - 1)); // J (4.22)
        double variance = ((n1 + n2) / (n1 * n2)) + (d * d / (2 * (n1 + n2)));
        return new(d, d * correction, correction * correction * variance);
    }

    private static double Square(double number) => number * number;
}
