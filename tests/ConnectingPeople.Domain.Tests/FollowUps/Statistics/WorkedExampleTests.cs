using ConnectingPeople.Domain.FollowUps.Statistics;

namespace ConnectingPeople.Domain.Tests.FollowUps.Statistics;

/// <summary>Published examples, to the digits that are printed.</summary>
public sealed class WorkedExampleTests
{
    /// <summary>Student 1908, Biometrika 6:1-25: hours of sleep gained by ten patients from two drugs.</summary>
    private static readonly double[] FirstDrug = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
    private static readonly double[] SecondDrug = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

    /// <summary>R, ?t.test, example(t.test): t.test(extra ~ group, data = sleep), Welch Two Sample t-test.</summary>
    [Fact]
    public void Welch_agrees_with_R_on_the_sleep_data()
    {
        MeanDifference difference = MeanDifference.Welch(Summary.Of(FirstDrug), Summary.Of(SecondDrug))!;

        Assert.Equal(-1.8608, difference.T, 4);
        Assert.Equal(17.776, difference.DegreesOfFreedom, 3);
        Assert.Equal(-3.3654832, difference.Interval.Low, 7);
        Assert.Equal(0.2054832, difference.Interval.High, 7);
    }

    /// <summary>
    /// NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.5.3, AUTO83B.DAT: miles a gallon of cars from the United States
    /// and Japan, without assuming equal variances.
    /// </summary>
    [Fact]
    public void Welch_agrees_with_NIST_on_cars()
    {
        MeanDifference difference = MeanDifference.Welch(new Summary(249, 20.14458, 6.414700), new Summary(79, 30.48101, 6.107710))!;

        Assert.Equal(-10.33643, difference.Difference, 5);
        Assert.Equal(0.7984100, difference.StandardError, 6);
        Assert.Equal(-12.94627, difference.T, 4);
        Assert.Equal(136.8750, difference.DegreesOfFreedom, 3);
    }

    /// <summary>NIST/SEMATECH e-Handbook, section 1.3.5.2, ZARR13.DAT: the confidence interval of a mean, which is printed with six decimals itself.</summary>
    [Fact]
    public void The_interval_of_a_mean_agrees_with_NIST()
    {
        Summary flow = new(195, 9.261460, 0.2278881E-01);

        Assert.Equal(0.1631940E-02, flow.StandardError, 8);
        Assert.Equal(9.25824, flow.Interval.Low, 5);
        Assert.Equal(9.26468, flow.Interval.High, 5);
    }

    /// <summary>Borenstein, Hedges, Higgins and Rothstein, Introduction to Meta-Analysis, 2009, chapter 4, "Standardized mean difference, d and g".</summary>
    [Fact]
    public void Hedges_g_agrees_with_Borenstein_and_others()
    {
        StandardisedDifference difference = StandardisedDifference.Hedges(new Summary(50, 103, 5.5), new Summary(50, 100, 4.5))!;

        Assert.Equal(0.5970, difference.D, 4);
        Assert.Equal(0.5924, difference.G, 4);
        Assert.Equal(0.0411, difference.Variance, 4);
        Assert.Equal(0.2028, Math.Sqrt(difference.Variance), 4);
    }

    /// <summary>The same, chapter 14, tables 14.1 and 14.2: six studies with continuous data.</summary>
    [Theory]
    [InlineData("Carroll", 94, 22, 60, 92, 20, 60, 0.095, 0.033)]
    [InlineData("Grant", 98, 21, 65, 92, 22, 65, 0.277, 0.031)]
    [InlineData("Peck", 98, 28, 40, 88, 26, 40, 0.367, 0.050)]
    [InlineData("Donat", 94, 19, 200, 82, 17, 200, 0.664, 0.011)]
    [InlineData("Stewart", 98, 21, 50, 88, 22, 45, 0.462, 0.043)]
    [InlineData("Young", 96, 21, 85, 92, 22, 85, 0.185, 0.023)]
    public void Hedges_g_agrees_with_their_six_studies(
        string study, double treatedMean, double treatedDeviation, int treated, double controlMean, double controlDeviation, int control, double g, double variance)
    {
        StandardisedDifference difference = StandardisedDifference.Hedges(
            new Summary(treated, treatedMean, treatedDeviation), new Summary(control, controlMean, controlDeviation))!;

        Assert.True(Math.Abs(difference.G - g) < 0.0005 && Math.Abs(difference.Variance - variance) < 0.0005, $"{study}: {difference}");
    }

    /// <summary>0.5924 ± 1.96 × 0.2028 of the example above.</summary>
    [Fact]
    public void The_interval_of_g_is_its_standard_error_times_1_96_to_either_side()
    {
        ConfidenceInterval interval = StandardisedDifference.Hedges(new Summary(50, 103, 5.5), new Summary(50, 100, 4.5))!.Interval;

        Assert.Equal(0.195, interval.Low, 3);
        Assert.Equal(0.990, interval.High, 3);
    }
}
