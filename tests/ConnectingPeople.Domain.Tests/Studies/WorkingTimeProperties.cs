using ConnectingPeople.Domain.Studies;
using CsCheck;

namespace ConnectingPeople.Domain.Tests.Studies;

/// <summary>What holds for any working time, in zones whose clocks change at one, at two, at midnight, and not at all.</summary>
public sealed class WorkingTimeProperties
{
    private static readonly DateTimeZone[] Zones =
        [.. new[] { "Europe/London", "Australia/Lord_Howe", "Africa/Cairo", "America/Asuncion", "Asia/Tokyo" }.Select(id => DateTimeZoneProviders.Tzdb[id])];

    private static readonly Gen<WorkingTime> AnyWorking =
        from zone in Gen.OneOf(Zones.Select(Gen.Const).ToArray())
        from days in Gen.Enum<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None).HashSet[1, 7]
        from opens in Gen.Int[0, 47]
        from closes in Gen.Int[opens + 1, 48]
        from off in Gen.Int[0, 366].HashSet[0, 40]
        select new WorkingTime(
            days,
            LocalTime.Midnight.PlusMinutes(opens * 30),
            closes == 48 ? new LocalTime(23, 59) : LocalTime.Midnight.PlusMinutes(closes * 30),
            zone,
            off.Select(day => new LocalDate(2023, 1, 1).PlusDays(day)).ToHashSet());

    /// <summary>Working time and an instant, half the time within a day of a change of its clocks.</summary>
    private static readonly Gen<(WorkingTime Working, Instant At)> AnyMoment =
        from working in AnyWorking
        from change in Gen.OneOf(Changes(working.Zone).DefaultIfEmpty(Instant.FromUtc(2023, 6, 1, 0, 0)).Select(Gen.Const).ToArray())
        from near in Gen.Int[-24 * 60, 24 * 60]
        from far in Gen.Int[-180 * 24 * 60, 180 * 24 * 60]
        from isNear in Gen.Bool
        select (working, change + Duration.FromMinutes(isNear ? near : far));

    private static readonly Gen<Period> AnyWait = Gen.Select(
        Gen.Int[0, 9], Gen.Int[0, 40 * 60], Gen.Int[0, 2],
        (days, minutes, kind) => new PeriodBuilder { Days = kind == 0 ? 0 : days, Minutes = kind == 1 ? 0 : minutes }.Build());

    [Fact]
    public void A_clock_that_is_read_minute_by_minute_agrees() =>
        Gen.Select(AnyMoment, AnyWait).Sample(
            (moment, wait) => Assert.Equal(Naive.After(moment.Working, moment.At, wait), moment.Working.After(moment.At, wait)), iter: 400);

    [Fact]
    public void The_minutes_in_which_staff_work_until_it_is_over_are_the_wait() =>
        Gen.Select(AnyMoment, Gen.Int[0, 40 * 60]).Sample(
            (moment, minutes) =>
            {
                Instant over = moment.Working.After(moment.At, Period.FromMinutes(minutes));

                int worked = Enumerable.Range(0, (int)(over - moment.At).TotalMinutes)
                    .Count(minute => moment.Working.IsOpen(moment.At + Duration.FromMinutes(minute)));
                Assert.Equal(minutes, worked);
            },
            iter: 100);

    [Fact]
    public void A_wait_never_ends_before_it_begins_nor_while_nobody_works() =>
        Gen.Select(AnyMoment, AnyWait).Sample((moment, wait) =>
        {
            Instant over = moment.Working.After(moment.At, wait);

            Assert.True(over >= moment.At);
            Assert.True(moment.Working.IsOpen(over) || moment.Working.IsOpen(over - Duration.Epsilon), $"{over} is closed");
        });

    [Fact]
    public void What_is_raised_later_is_over_no_earlier() =>
        Gen.Select(AnyMoment, AnyWait, Gen.Int[0, 3 * 24 * 60]).Sample((moment, wait, later) =>
            Assert.True(moment.Working.After(moment.At, wait) <= moment.Working.After(moment.At + Duration.FromMinutes(later), wait)));

    [Fact]
    public void A_longer_wait_is_over_no_earlier() =>
        Gen.Select(AnyMoment, AnyWait, Gen.Int[0, 3], Gen.Int[0, 600]).Sample((moment, wait, days, minutes) =>
            Assert.True(moment.Working.After(moment.At, wait) <= moment.Working.After(moment.At, wait + Period.FromDays(days) + Period.FromMinutes(minutes))));

    [Fact]
    public void One_wait_after_another_is_the_wait_of_both() =>
        Gen.Select(AnyMoment, Gen.Int[1, 3000], Gen.Int[1, 3000]).Sample((moment, one, other) =>
            Assert.Equal(
                moment.Working.After(moment.At, Period.FromMinutes(one + other)), moment.Working.After(moment.Working.After(moment.At, Period.FromMinutes(one)), Period.FromMinutes(other))));

    [Fact]
    public void Instants_reach_the_hours_that_come_twice_and_the_days_of_change()
    {
        int twice = 0;
        int changing = 0;
        AnyMoment.Sample(
            moment =>
            {
                (WorkingTime working, Instant at) = moment;
                ZonedDateTime local = at.InZone(working.Zone);
                Interlocked.Add(ref twice, working.Zone.MapLocal(local.LocalDateTime).Count == 2 ? 1 : 0);
                LocalDate day = local.Date;
                Duration length = working.Zone.AtStartOfDay(day.PlusDays(1)).ToInstant() - working.Zone.AtStartOfDay(day).ToInstant();
                Interlocked.Add(ref changing, length != Duration.FromDays(1) ? 1 : 0);
            },
            iter: 5_000);

        Assert.True(twice > 10 && changing > 100, $"{twice} instants in an hour that comes twice, {changing} on a day of change");
    }

    private static IEnumerable<Instant> Changes(DateTimeZone zone) =>
        zone.GetZoneIntervals(Instant.FromUtc(2023, 1, 1, 0, 0), Instant.FromUtc(2024, 1, 1, 0, 0)).Skip(1).Select(interval => interval.Start);

    /// <summary>Somebody who looks at the clock each minute and knows nothing else.</summary>
    private static class Naive
    {
        private static readonly Duration Minute = Duration.FromMinutes(1);

        public static Instant After(WorkingTime working, Instant from, Period wait)
        {
            (Instant now, LocalDateTime latest) = (from - Duration.FromDays(2), new LocalDateTime(1, 1, 1, 0, 0));
            (int days, long minutes) = (wait.Days, wait.Minutes);
            LocalDateTime? aim = null;
            while (true)
            {
                LocalDateTime shown = now.InZone(working.Zone).LocalDateTime;
                bool fresh = shown > latest;
                latest = fresh ? shown : latest;
                bool open = IsWorkingDay(working, latest.Date) && latest.TimeOfDay >= working.From && latest.TimeOfDay < working.To;
                if (now >= from && open && aim is null)
                {
                    aim = fresh || days == 0 ? latest : latest.PlusMinutes(1); // mere minutes pass in an hour's second coming too
                }

                if (aim is { } reached && days > 0 && latest.Date > reached.Date && IsWorkingDay(working, latest.Date) && open)
                {
                    days--;
                    aim = latest.Date + reached.TimeOfDay;
                }

                if (aim is { } there && days == 0 && latest >= there && open)
                {
                    if (minutes == 0)
                    {
                        return now;
                    }

                    minutes--;
                    if (minutes == 0)
                    {
                        return now + Minute;
                    }
                }

                now += Minute;
            }
        }

        private static bool IsWorkingDay(WorkingTime working, LocalDate day) =>
            working.Days.Contains(day.DayOfWeek) && !working.Holidays.Contains(day);
    }
}
