namespace ConnectingPeople.Domain.FollowUps.Report;

/// <summary>Weeks as ISO 8601 counts them.</summary>
public static class Week
{
    /// <summary>The Monday on or before a day.</summary>
    public static LocalDate Of(LocalDate day) => day.DayOfWeek == IsoDayOfWeek.Monday ? day : day.Previous(IsoDayOfWeek.Monday);
}
