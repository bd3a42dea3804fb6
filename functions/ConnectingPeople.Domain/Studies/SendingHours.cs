namespace ConnectingPeople.Domain.Studies;

/// <summary>When people may be written to, in their own local time.</summary>
/// <param name="Days">At least one day of the week.</param>
/// <param name="From">The first moment of the day.</param>
/// <param name="To">The end of the day, itself outside; later than <paramref name="From"/>.</param>
/// <param name="MaxPerDay">How many messages that are no direct reply a person gets in one local day, at least 1.</param>
public sealed record SendingHours(IReadOnlySet<IsoDayOfWeek> Days, LocalTime From, LocalTime To, int MaxPerDay)
{
    /// <summary>Whether a person in <paramref name="zone"/> may be written to at that instant.</summary>
    public bool AreOpen(Instant at, DateTimeZone zone)
    {
        LocalDateTime local = at.InZone(zone).LocalDateTime;
        return Days.Contains(local.DayOfWeek) && local.TimeOfDay >= From && local.TimeOfDay < To;
    }

    /// <summary>The instant itself if the hours are open then, else the next opening after it.</summary>
    public Instant NextOpen(Instant at, DateTimeZone zone)
    {
        if (AreOpen(at, zone))
        {
            return at;
        }

        LocalDateTime local = at.InZone(zone).LocalDateTime;
        LocalDate day = local.TimeOfDay < From ? local.Date : local.Date.PlusDays(1);
        while (!Days.Contains(day.DayOfWeek))
        {
            day = day.PlusDays(1);
        }

        return StartOf(day, zone);
    }

    /// <summary>The first instant of the hours of that day.</summary>
    public Instant StartOf(LocalDate day, DateTimeZone zone) => day.At(From).InZoneLeniently(zone).ToInstant();

    /// <summary>The first instant after the hours of that day.</summary>
    public Instant EndOf(LocalDate day, DateTimeZone zone) => day.At(To).InZoneLeniently(zone).ToInstant();

    /// <summary>The first day after this one on which people may be written to.</summary>
    public LocalDate NextDay(LocalDate day)
    {
        do
        {
            day = day.PlusDays(1);
        }
        while (!Days.Contains(day.DayOfWeek));
        return day;
    }
}
