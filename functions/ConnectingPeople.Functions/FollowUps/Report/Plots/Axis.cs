using System.Globalization;

namespace ConnectingPeople.Functions.FollowUps.Report.Plots;

/// <summary>A scale with round numbers on it.</summary>
/// <param name="Start">Where it begins, a tick.</param>
/// <param name="End">Where it ends, a tick.</param>
/// <param name="Step">From tick to tick.</param>
public sealed record Axis(double Start, double End, double Step)
{
    private const int MostTicks = 6;

    private static readonly double[] Round = [1, 2, 2.5, 5, 10];

    /// <summary>Shares in a hundred.</summary>
    public static Axis Percent { get; } = new(0, 100, 25);

    public IEnumerable<double> Ticks => Enumerable.Range(0, (int)Math.Round((End - Start) / Step) + 1).Select(n => Start + (n * Step));

    /// <summary>The least that holds all values, with as few ticks as are easy to read.</summary>
    public static Axis Over(IEnumerable<double> values)
    {
        double[] all = [.. values];
        (double low, double high) = all.Length == 0 ? (0, 1) : (all.Min(), all.Max());
        double span = high > low ? high - low : 1;
        double power = Math.Pow(10, Math.Floor(Math.Log10(span / MostTicks)));
        double step = power * Round.First(round => span / (power * round) <= MostTicks);
        double start = Math.Floor(low / step) * step;
        return new Axis(start, Math.Max(start + step, Math.Ceiling(high / step) * step), step);
    }

    /// <summary>Where a value lies between two ends in the drawing.</summary>
    public double Place(double value, double from, double to) => from + ((to - from) * (value - Start) / (End - Start));

    public string Label(double tick)
    {
        int digits = Math.Max(0, -(int)Math.Floor(Math.Log10(Step) + 1e-9));
        bool isHalf = Math.Abs((Step * Math.Pow(10, digits)) - Math.Round(Step * Math.Pow(10, digits))) > 1e-6;
        return ReportText.Number(tick, digits + (isHalf ? 1 : 0));
    }

    /// <summary>A place in a drawing, to a tenth of a unit.</summary>
    public static string N(double place) => place.ToString("0.#", CultureInfo.InvariantCulture);
}
