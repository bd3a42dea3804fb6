using NodaTime.TimeZones;

namespace ConnectingPeople.Domain.Studies;

/// <summary>
/// When staff work, and so when a wait for them is over. Each working day is one stretch, from the first instant at which the
/// local clock shows <see cref="From"/> or later to the first at which it shows <see cref="To"/> or later: on the days that the
/// clocks change it holds what really passes in between, and the hour that comes twice doesn't open it twice.
/// </summary>
public sealed record WorkingTime
{
    private static readonly ZoneLocalMappingResolver FirstShown =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <param name="days">The days of the week on which staff work, at least one.</param>
    /// <param name="from">The first moment of a working day.</param>
    /// <param name="to">Its end, itself outside; later than <paramref name="from"/>.</param>
    /// <param name="zone">Whose clock these times are of.</param>
    /// <param name="holidays">Days off, whatever day of the week; may be none.</param>
    /// <exception cref="ArgumentException">Nobody would ever work.</exception>
    public WorkingTime(
        IReadOnlySet<IsoDayOfWeek> days, LocalTime from, LocalTime to, DateTimeZone zone, IReadOnlySet<LocalDate> holidays)
    {
        if (days.Count == 0 || from >= to)
        {
            throw new ArgumentException("working time needs at least one day, and hours that end after they begin", nameof(days));
        }

        (Days, From, To, Zone, Holidays) = (days, from, to, zone, holidays);
    }

    public IReadOnlySet<IsoDayOfWeek> Days { get; }

    public LocalTime From { get; }

    public LocalTime To { get; }

    public DateTimeZone Zone { get; }

    public IReadOnlySet<LocalDate> Holidays { get; }

    /// <summary>Whether staff work at that instant.</summary>
    public bool IsOpen(Instant at) => Upcoming(at).Start <= at;

    /// <summary>The instant itself if staff work then, else the next opening after it.</summary>
    public Instant NextOpen(Instant at) => Instant.Max(at, Upcoming(at).Start);

    /// <summary>When a wait counted in working time is over.</summary>
    /// <param name="from">Its beginning; outside working time it begins at the next opening.</param>
    /// <param name="wait">
    /// Weeks, days and time, none negative. Time is what passes while staff work: from Friday 16:00, <c>PT4H</c> ends on Monday.
    /// A day leads to the same local time on the next working day; a week counts as many days as staff work in a week. Days come
    /// before time.
    /// </param>
    /// <returns>
    /// An instant in working time, never before <paramref name="from"/>. A wait that ends with the working day ends then, and not
    /// the next morning.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The wait has years or months, or goes backward.</exception>
    public Instant After(Instant from, Period wait)
    {
        if (wait is not { Years: 0, Months: 0, Weeks: >= 0, Days: >= 0 }
            || new PeriodBuilder(wait) { Weeks = 0, Days = 0 }.Build().ToDuration() is var time && time < Duration.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(wait), wait, "a wait in working time is weeks, days and time, none negative");
        }

        return AfterTime(AfterDays(NextOpen(from), wait.Days + (wait.Weeks * Days.Count)), time);
    }

    /// <param name="open">An instant in working time.</param>
    /// <param name="days">How many working days later.</param>
    private Instant AfterDays(Instant open, int days)
    {
        LocalDateTime shown = LatestShown(open);
        LocalDate day = shown.Date;
        for (int left = days; left > 0; left--)
        {
            do
            {
                day = day.PlusDays(1);
            }
            while (StretchOf(day) is null);
        }

        return days == 0 ? open : First(day.At(shown.TimeOfDay));
    }

    private Instant AfterTime(Instant from, Duration time)
    {
        while (true)
        {
            Stretch next = Upcoming(from);
            Instant begins = Instant.Max(from, next.Start);
            if (time <= next.End - begins)
            {
                return begins + time;
            }

            time -= next.End - begins;
            from = next.End;
        }
    }

    /// <summary>The first stretch that ends after that instant. There is one: holidays are a finite set.</summary>
    private Stretch Upcoming(Instant at)
    {
        for (LocalDate day = at.InZone(Zone).Date; ; day = day.PlusDays(1))
        {
            if (StretchOf(day) is { } stretch && stretch.End > at)
            {
                return stretch;
            }
        }
    }

    /// <summary>Null for a day off, and for one whose hours the clocks skip.</summary>
    private Stretch? StretchOf(LocalDate day) =>
        Days.Contains(day.DayOfWeek) && !Holidays.Contains(day) && new Stretch(First(day.At(From)), First(day.At(To))) is var stretch
            && stretch.Start < stretch.End
                ? stretch
                : null;

    /// <summary>The first instant at which the local clock shows that time or a later one.</summary>
    private Instant First(LocalDateTime local) => Zone.ResolveLocal(local, FirstShown).ToInstant();

    /// <summary>The latest local time that the clock has shown: in an hour that comes the second time, the end of the first.</summary>
    private LocalDateTime LatestShown(Instant at)
    {
        ZoneLocalMapping mapping = Zone.MapLocal(at.InZone(Zone).LocalDateTime);
        return mapping.Count == 2 && mapping.Last().ToInstant() == at
            ? mapping.EarlyInterval.IsoLocalEnd
            : mapping.LocalDateTime;
    }

    private readonly record struct Stretch(Instant Start, Instant End);
}
