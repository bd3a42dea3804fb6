using System.Globalization;
using NodaTime.Text;

namespace ConnectingPeople.Functions.Site;

/// <summary>Days and times as pages write them, in a person's own zone.</summary>
public static class Moment
{
    private static readonly LocalDatePattern Long = LocalDatePattern.Create("dddd d MMMM uuuu", CultureInfo.InvariantCulture);
    private static readonly LocalDatePattern Short = LocalDatePattern.Create("d MMM uuuu", CultureInfo.InvariantCulture);
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>Such as <c>Thursday 5 March 2026</c>.</summary>
    public static string LongDay(LocalDate day) => Long.Format(day);

    /// <summary>Such as <c>5 Mar 2026</c>.</summary>
    public static string Day(LocalDate day) => Short.Format(day);

    /// <summary>Such as <c>11:00</c>.</summary>
    public static string Time(LocalTime time) => Clock.Format(time);

    /// <summary>Such as <c>Thursday 5 March 2026 at 11:00</c>.</summary>
    public static string Full(Instant at, DateTimeZone zone) => $"{LongDay(at.InZone(zone).Date)} at {Time(at.InZone(zone).TimeOfDay)}";
}
