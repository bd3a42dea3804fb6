using System.Text.Json.Nodes;
using NodaTime.Text;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>The ISO 8601 durations of a definition. None is negative or longer than a century.</summary>
internal static class Durations
{
    private const double DaysOfACentury = 36_525;
    private const string Pattern = "^P(?!$)([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?(T(?=[0-9])([0-9]+H)?([0-9]+M)?)?$";

    /// <summary>Weeks, days, hours and minutes, longer than nothing: the same length whenever it starts.</summary>
    public static IShape<Period> Exact { get; } = Shape(
        "an ISO 8601 duration",
        "write weeks, days, hours or minutes, such as 'P3D' or 'PT12H'",
        period => period is { Years: 0, Months: 0 } && Days(period) > 0);

    /// <summary>Years, months, weeks and days from a day to another.</summary>
    public static IShape<Period> WholeDays { get; } = Shape(
        "an ISO 8601 duration of whole days",
        "write years, months, weeks or days, such as 'P9M' or 'P8M14D'",
        period => !period.HasTimeComponent);

    /// <summary>The length of an <see cref="Exact"/> duration.</summary>
    public static Duration Length(Period exact) => exact.ToDuration();

    private static ScalarShape<Period> Shape(string noun, string cure, Predicate<Period> fits) => new(
        noun,
        _ => cure,
        (Scalar scalar, out Period? value) =>
            PeriodPattern.Roundtrip.Parse(scalar.Text).TryGetValue(Period.Zero, out value)
            && IsPlain(value) && Days(value) <= DaysOfACentury && fits(value),
        () => new JsonObject { ["type"] = "string", ["pattern"] = Pattern });

    /// <summary>Whether it goes forward, in nothing finer than minutes.</summary>
    private static bool IsPlain(Period period) =>
        period is { Years: >= 0, Months: >= 0, Weeks: >= 0, Days: >= 0, Hours: >= 0, Minutes: >= 0 }
        && period is { Seconds: 0, Milliseconds: 0, Ticks: 0, Nanoseconds: 0 };

    /// <summary>About how many days, without overflow.</summary>
    private static double Days(Period period) =>
        (period.Years * 365.25) + (period.Months * 30.4) + (period.Weeks * 7.0) + period.Days
        + (period.Hours / 24.0) + (period.Minutes / 1440.0);
}
