using System.Globalization;
using NCrontab;

namespace ConnectingPeople.LocalHost.Timers;

/// <summary>When a timer is due: NCRONTAB or a plain interval, in UTC.</summary>
internal sealed class Schedule
{
    private readonly Func<DateTime, DateTime> next;

    private Schedule(Func<DateTime, DateTime> next) => this.next = next;

    /// <summary>Reads a schedule as the real host does: a time span, or fields of NCRONTAB, of which five have no seconds.</summary>
    /// <exception cref="FormatException">It is neither; the message says what is wrong with it.</exception>
    public static Schedule Parse(string text)
    {
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan interval))
        {
            return interval > TimeSpan.Zero ? new Schedule(from => from + interval) : throw new FormatException("The time span must be positive.");
        }

        bool seconds = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length != 5;
        try
        {
            return new Schedule(CrontabSchedule.Parse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = seconds }).GetNextOccurrence);
        }
        catch (CrontabException e)
        {
            throw new FormatException(e.Message, e);
        }
    }

    /// <summary>The first occurrence after an instant.</summary>
    public Instant After(Instant instant) => Instant.FromDateTimeUtc(DateTime.SpecifyKind(next(instant.ToDateTimeUtc()), DateTimeKind.Utc));
}
