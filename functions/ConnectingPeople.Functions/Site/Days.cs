using System.Globalization;
using NodaTime.Text;

namespace ConnectingPeople.Functions.Site;

/// <summary>Days as lists write them, in few characters.</summary>
public static class Days
{
    private static readonly LocalDatePattern OfWeek = LocalDatePattern.Create("ddd d MMM", CultureInfo.InvariantCulture);
    private static readonly LocalDatePattern OfYear = LocalDatePattern.Create("d MMM", CultureInfo.InvariantCulture);

    /// <summary>Such as <c>Thu 5 Mar</c>.</summary>
    public static string WithWeekday(LocalDate day) => OfWeek.Format(day);

    /// <summary>Such as <c>5 Mar</c>.</summary>
    public static string WithoutYear(LocalDate day) => OfYear.Format(day);

    /// <summary>How long ago, such as <c>3 days ago</c>: days up to two weeks, weeks up to two months, then months.</summary>
    public static string Ago(LocalDate day, LocalDate today) => Period.DaysBetween(day, today) switch
    {
        <= 0 => "today",
        1 => "yesterday",
        < 14 and int days => $"{days} days ago",
        < 62 and int days => $"{days / 7} weeks ago",
        _ => $"{Period.Between(day, today, PeriodUnits.Months).Months} months ago",
    };
}
