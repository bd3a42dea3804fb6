using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.CheckIns;

/// <summary>
/// When schedules and waves come due for one person. All of it is reckoned in local days and wall-clock times, so that 11:00
/// stays 11:00: a time that the clocks skip moves later by the gap, a repeated one is its first.
/// </summary>
public static class Occurrences
{
    /// <summary>The instant of a local day's check-in time.</summary>
    public static Instant At(LocalDate day, LocalTime time, Profile profile) =>
        day.At(time).InZoneLeniently(profile.Zone()).ToInstant();

    /// <summary>The local time of a schedule's messages for that person.</summary>
    public static LocalTime TimeOf(CheckInSchedule schedule, Profile profile) => profile.CheckInTime ?? schedule.At;

    /// <summary>The first local day of a schedule: the first that fits and whose time comes after enrolment.</summary>
    public static LocalDate First(CheckInSchedule schedule, Profile profile)
    {
        LocalDate day = profile.EnrolledAt.InZone(profile.Zone()).Date;
        IsoDayOfWeek? weekday = schedule.On is null ? null : profile.CheckInDay ?? schedule.On;
        while ((weekday is not null && day.DayOfWeek != weekday) || At(day, TimeOf(schedule, profile), profile) <= profile.EnrolledAt)
        {
            day = day.PlusDays(1);
        }

        return day;
    }

    /// <summary>The latest local day of a schedule that is due at <paramref name="now"/>; null before the first.</summary>
    public static LocalDate? Latest(CheckInSchedule schedule, Profile profile, Instant now)
    {
        LocalDate first = First(schedule, profile);
        int days = Period.DaysBetween(first, now.InZone(profile.Zone()).Date);
        LocalDate day = first.PlusDays(Math.Max(0, days / schedule.EveryDays) * schedule.EveryDays);
        if (At(day, TimeOf(schedule, profile), profile) > now)
        {
            day = day.PlusDays(-schedule.EveryDays);
        }

        return day < first ? null : day;
    }

    /// <summary>The first local day of a schedule that comes due after <paramref name="now"/>.</summary>
    public static LocalDate Next(CheckInSchedule schedule, Profile profile, Instant now) =>
        Latest(schedule, profile, now)?.PlusDays(schedule.EveryDays) ?? First(schedule, profile);

    /// <summary>After this instant an occurrence may no longer start, by its schedule's late policy.</summary>
    public static Instant LatestStart(CheckInSchedule schedule, Profile profile, LocalDate day, SendingHours hours) => schedule.Late switch
    {
        LatePolicy.Skip => hours.EndOf(day, profile.Zone()),
        LatePolicy.NextWindow => hours.EndOf(hours.NextDay(day), profile.Zone()),
        _ => At(day.PlusDays(schedule.EveryDays), TimeOf(schedule, profile), profile),
    };

    /// <summary>The local midnight that a wave's period after enrolment ends at.</summary>
    public static Instant DayAfterEnrolment(Period period, Profile profile) => At(DayOf(period, profile), LocalTime.Midnight, profile);

    /// <summary>The local day that lies a wave's period after the day of enrolment.</summary>
    public static LocalDate DayOf(Period period, Profile profile) => profile.EnrolledAt.InZone(profile.Zone()).Date + period;

    /// <summary>When a wave's first message is due.</summary>
    public static Instant DueAt(WaveDefinition wave, Profile profile) =>
        At(DayOf(wave.Due, profile), profile.CheckInTime ?? wave.At, profile);

    /// <summary>A local period after an instant, wall clock to wall clock.</summary>
    public static Instant After(Instant from, Period period, DateTimeZone zone) =>
        (from.InZone(zone).LocalDateTime + period).InZoneLeniently(zone).ToInstant();
}
