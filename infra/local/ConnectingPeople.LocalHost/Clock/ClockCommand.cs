using NodaTime.Text;

namespace ConnectingPeople.LocalHost.Clock;

/// <summary>The body of <c>POST /local/clock</c>.</summary>
internal sealed record ClockCommand(string? Set, string? Advance, string? Step)
{
    public const string Usage = """Send {"set": "2026-01-05T09:00:00Z"} or {"advance": "P7D", "step": "PT1H"}; step may be left out.""";

    /// <summary>Reads where to go from the present, and in what steps.</summary>
    /// <exception cref="FormatException">The command can't be understood; the message says what to write.</exception>
    public (Func<Instant, Instant> Target, Duration? Step) Read() => this switch
    {
        { Set: string set, Advance: null, Step: null } => (_ => ReadInstant(set), null),
        { Set: null, Advance: string advance } => (now => Add(now, ReadPeriod(advance)), Step is null ? null : ReadStep(Step)),
        _ => throw new FormatException(Usage),
    };

    private static Instant ReadInstant(string text) =>
        OffsetDateTimePattern.Rfc3339.Parse(text).TryGetValue(default, out OffsetDateTime instant)
            ? instant.ToInstant()
            : throw new FormatException($"'{text}' isn't an instant. {Usage}");

    private static Period ReadPeriod(string text) =>
        PeriodPattern.NormalizingIso.Parse(text).TryGetValue(Period.Zero, out Period? period)
            ? period
            : throw new FormatException($"'{text}' isn't a duration. {Usage}");

    /// <remarks>A step is of fixed length, without months and years, so that it always leads forward.</remarks>
    private static Duration ReadStep(string text) =>
        ReadPeriod(text) is { Years: 0, Months: 0 } period && period.ToDuration() is { TotalSeconds: > 0 } step
            ? step
            : throw new FormatException($"'{text}' isn't a step: it must be longer than nothing and without months and years. {Usage}");

    /// <remarks>Months and years are those of the calendar in UTC.</remarks>
    private static Instant Add(Instant now, Period period)
    {
        try
        {
            return now.InUtc().LocalDateTime.Plus(period).InUtc().ToInstant();
        }
        catch (Exception e) when (e is OverflowException or ArgumentException)
        {
            throw new FormatException("That is farther than the calendar goes.", e);
        }
    }
}
