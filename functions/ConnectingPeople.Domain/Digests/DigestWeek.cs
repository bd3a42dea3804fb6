namespace ConnectingPeople.Domain.Digests;

/// <summary>The seven local days that a digest is about.</summary>
/// <param name="First">The first of them; any day of the week.</param>
public sealed record DigestWeek(LocalDate First)
{
    public LocalDate Last => First.PlusDays(6);

    /// <summary>The week that ends with the day before: what a digest of a Monday morning is about.</summary>
    public static DigestWeek Before(LocalDate day) => new(day.PlusDays(-7));

    /// <summary>The week that ends with today.</summary>
    public static DigestWeek Until(LocalDate today) => new(today.PlusDays(-6));

    public bool Holds(LocalDate day) => day >= First && day <= Last;

    /// <summary>When it begins for a person who lives there.</summary>
    public Instant Start(DateTimeZone zone) => zone.AtStartOfDay(First).ToInstant();

    /// <summary>The first instant after it.</summary>
    public Instant End(DateTimeZone zone) => zone.AtStartOfDay(Last.PlusDays(1)).ToInstant();
}
