using MathNet.Numerics.Distributions;

namespace ConnectingPeople.Domain.FollowUps.Statistics;

/// <summary>How much the means of two groups differ, whose values may spread differently.</summary>
/// <param name="Difference">The first group's mean less the second's, in the unit of the values.</param>
/// <param name="StandardError">√(s₁²/n₁ + s₂²/n₂).</param>
/// <param name="DegreesOfFreedom">By Satterthwaite; rarely a whole number.</param>
/// <param name="Interval">95% confidence interval of the difference.</param>
public sealed record MeanDifference(double Difference, double StandardError, double DegreesOfFreedom, ConfidenceInterval Interval)
{
    /// <summary>Welch's t: the difference in standard errors.</summary>
    public double T => Difference / StandardError;

    /// <summary>
    /// Welch's unequal variances: the difference ± t × SE with
    /// ν = (s₁²/n₁ + s₂²/n₂)² / ((s₁²/n₁)²/(n₁ − 1) + (s₂²/n₂)²/(n₂ − 1))
    /// (Welch 1947, Biometrika 34:28-35; Satterthwaite 1946, Biometrics Bulletin 2:110-114).
    /// </summary>
    /// <returns>Null when no value of either group differs from its mean: nothing says how sure the difference is.</returns>
    public static MeanDifference? Welch(Summary first, Summary second)
    {
        double ofFirst = first.StandardError * first.StandardError;
        double ofSecond = second.StandardError * second.StandardError;
        double variance = ofFirst + ofSecond;
        if (variance == 0)
        {
            return null;
        }

        double freedom = variance * variance / ((ofFirst * ofFirst / (first.N - 1)) + (ofSecond * ofSecond / (second.N - 1)));
        double error = Math.Sqrt(variance);
        double difference = first.Mean - second.Mean;
        return new(difference, error, freedom, ConfidenceInterval.Around(difference, StudentT.InvCDF(0, 1, freedom, ConfidenceInterval.Upper) * error));
    }
}
