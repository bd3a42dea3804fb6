using MathNet.Numerics.Distributions;
using Sums = MathNet.Numerics.Statistics.Statistics;

namespace ConnectingPeople.Domain.FollowUps.Statistics;

/// <summary>A group's values in three numbers.</summary>
/// <param name="N">How many, at least 2.</param>
/// <param name="Mean">Their mean, in their unit.</param>
/// <param name="StandardDeviation">That of a sample, with N − 1 in the divisor; in their unit, 0 when all are alike.</param>
public sealed record Summary(int N, double Mean, double StandardDeviation)
{
    /// <summary>Of the mean: SD / √N.</summary>
    public double StandardError => StandardDeviation / Math.Sqrt(N);

    /// <summary>
    /// Of the mean, by Student's t with N − 1 degrees of freedom: mean ± t × SE (Altman, Practical Statistics for Medical Research,
    /// 1991, section 8.4).
    /// </summary>
    public ConfidenceInterval Interval => ConfidenceInterval.Around(Mean, StudentT.InvCDF(0, 1, N - 1, ConfidenceInterval.Upper) * StandardError);

    /// <param name="values">Finite numbers.</param>
    /// <exception cref="ArgumentException">There are fewer than two, of which nobody knows how they spread.</exception>
    public static Summary Of(IReadOnlyCollection<double> values)
    {
        if (values.Count < 2)
        {
            throw new ArgumentException($"A standard deviation needs two values at least, and there are {values.Count}.", nameof(values));
        }

        (double mean, double deviation) = Sums.MeanStandardDeviation(values);
        return new Summary(values.Count, mean, deviation);
    }
}
