using System.Globalization;

namespace ConnectingPeople.Domain.Participants.Json;

/// <summary>
/// ISO 8601 as states are written in it: <c>2026-01-08</c>, <c>11:00:00</c>, <c>2026-01-08T11:00:00.25Z</c>. Times of day are
/// whole seconds, instants whole ticks of 100 ns.
/// </summary>
internal static class IsoTime
{
    /// <summary>How long an instant is at most.</summary>
    public const int MaxLength = 28;

    private const int TimeLength = 8;
    private const int SecondsLength = 19;

    public static bool TryReadInstant(ReadOnlySpan<char> text, out Instant instant)
    {
        instant = default;
        if (text.Length is < SecondsLength + 1 or > MaxLength || text[10] != 'T' || text[^1] != 'Z'
            || !TryReadDay(text[..10], out LocalDate day)
            || !TryReadTimeOfDay(text[11..SecondsLength], out LocalTime time)
            || !TryReadFraction(text[SecondsLength..^1], out int ticks))
        {
            return false;
        }

        instant = Instant.FromDateTimeUtc(new DateTime(day.Year, day.Month, day.Day, time.Hour, time.Minute, time.Second, DateTimeKind.Utc)
            .AddTicks(ticks));
        return true;
    }

    public static bool TryReadDay(ReadOnlySpan<char> text, out LocalDate day)
    {
        day = default;
        if (text.Length != 10 || text[4] != '-' || text[7] != '-'
            || !TryReadDigits(text[..4], out int year) || !TryReadDigits(text[5..7], out int month) || !TryReadDigits(text[8..], out int ofMonth)
            || year < 1 || month is < 1 or > 12 || ofMonth < 1 || ofMonth > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        day = new LocalDate(year, month, ofMonth);
        return true;
    }

    public static bool TryReadTimeOfDay(ReadOnlySpan<char> text, out LocalTime time)
    {
        time = default;
        if (text.Length != TimeLength || text[2] != ':' || text[5] != ':'
            || !TryReadDigits(text[..2], out int hour) || !TryReadDigits(text[3..5], out int minute) || !TryReadDigits(text[6..], out int second)
            || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        time = new LocalTime(hour, minute, second);
        return true;
    }

    /// <returns>How many characters were written.</returns>
    public static int Write(Instant instant, Span<char> to)
    {
        DateTime utc = instant.ToDateTimeUtc();
        utc.TryFormat(to, out int length, "s", CultureInfo.InvariantCulture);
        int ticks = (int)(utc.Ticks % TimeSpan.TicksPerSecond);
        if (ticks != 0)
        {
            to[length] = '.';
            ticks.TryFormat(to[(length + 1)..], out int digits, "D7", CultureInfo.InvariantCulture);
            length = to[..(length + 1 + digits)].TrimEnd('0').Length;
        }

        to[length] = 'Z';
        return length + 1;
    }

    /// <returns>How many characters were written.</returns>
    public static int Write(LocalDate day, Span<char> to)
    {
        day.ToDateOnly().TryFormat(to, out int length, "o", CultureInfo.InvariantCulture);
        return length;
    }

    /// <returns>How many characters were written.</returns>
    public static int Write(LocalTime time, Span<char> to)
    {
        time.ToTimeOnly().TryFormat(to, out _, "o", CultureInfo.InvariantCulture);
        return TimeLength;
    }

    private static bool TryReadFraction(ReadOnlySpan<char> text, out int ticks)
    {
        ticks = 0;
        if (text.IsEmpty)
        {
            return true;
        }

        if (text[0] != '.' || text.Length is < 2 or > 8 || !TryReadDigits(text[1..], out ticks))
        {
            return false;
        }

        for (int length = text.Length; length < 8; length++)
        {
            ticks *= 10;
        }

        return true;
    }

    private static bool TryReadDigits(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        foreach (char digit in text)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            number = (number * 10) + (digit - '0');
        }

        return true;
    }
}
