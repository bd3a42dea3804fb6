using ConnectingPeople.Domain.Studies;
using NodaTime.Text;

namespace ConnectingPeople.Domain.Tests.Studies;

/// <summary>Waits for people who work 9 to 5 on weekdays in London.</summary>
public sealed class WorkingTimeTests
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    private static readonly WorkingTime Office = Working("09:00", "17:00", off: ["2026-12-25", "2026-12-28"]);

    private static readonly WorkingTime Night = Working(
        "00:30", "03:00", [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday, IsoDayOfWeek.Monday]);

    [Theory]
    [InlineData("2026-01-08T10:00", "PT4H", "2026-01-08T14:00", "within a day")]
    [InlineData("2026-01-08T16:00", "PT4H", "2026-01-09T12:00", "overnight")]
    [InlineData("2026-01-09T16:00", "PT4H", "2026-01-12T12:00", "over the weekend")]
    [InlineData("2026-01-08T13:00", "PT4H", "2026-01-08T17:00", "to the very end of the day, not the next morning")]
    [InlineData("2026-01-08T17:00", "PT4H", "2026-01-09T13:00", "the end of the day is outside")]
    [InlineData("2026-01-08T07:00", "PT4H", "2026-01-08T13:00", "raised before the day")]
    [InlineData("2026-01-10T12:00", "PT30M", "2026-01-12T09:30", "raised on a Saturday")]
    [InlineData("2026-01-08T10:00", "PT40H", "2026-01-15T10:00", "five days of eight hours")]
    [InlineData("2026-12-24T16:00", "PT4H", "2026-12-29T12:00", "over Christmas, its Monday off, and the weekend between")]
    [InlineData("2026-12-25T10:00", "PT1H", "2026-12-29T10:00", "raised on a holiday")]
    [InlineData("2026-01-08T10:00", "P2D", "2026-01-12T10:00", "the second working day after Thursday is Monday")]
    [InlineData("2026-01-10T12:00", "P2D", "2026-01-14T09:00", "raised on a Saturday counts as raised on Monday at nine")]
    [InlineData("2026-01-08T17:30", "P1D", "2026-01-12T09:00", "raised in the evening counts as raised the next morning")]
    [InlineData("2026-12-23T15:00", "P2D", "2026-12-29T15:00", "the second working day after, over Christmas")]
    [InlineData("2026-01-08T15:00", "P1DT4H", "2026-01-12T11:00", "a day, then hours")]
    [InlineData("2026-01-08T10:00", "P1W", "2026-01-15T10:00", "a week has five working days")]
    [InlineData("2026-12-22T10:00", "P1W", "2026-12-31T10:00", "a week with two holidays takes two days more")]
    [InlineData("2026-03-27T16:00", "PT2H", "2026-03-30T10:00", "the clocks go forward on the Sunday between")]
    [InlineData("2026-10-23T16:00", "PT2H", "2026-10-26T10:00", "the clocks go back on the Sunday between")]
    [InlineData("2026-03-27T16:00", "P1D", "2026-03-30T16:00", "four o'clock stays four o'clock")]
    public void A_wait_counts_working_time(string from, string wait, string over, string why) =>
        Assert.True(Local(over) == Office.After(Local(from), Wait(wait)), $"{why}: {Office.After(Local(from), Wait(wait)).InZone(London)}");

    [Theory]
    [InlineData("2026-01-08T09:00", true)]
    [InlineData("2026-01-08T08:59", false)]
    [InlineData("2026-01-08T16:59", true)]
    [InlineData("2026-01-08T17:00", false)]
    [InlineData("2026-01-10T12:00", false)]
    [InlineData("2026-12-25T12:00", false)]
    public void Staff_work_from_the_first_moment_up_to_the_last(string at, bool open) => Assert.Equal(open, Office.IsOpen(Local(at)));

    [Theory]
    [InlineData("2026-01-08T10:15", "2026-01-08T10:15")]
    [InlineData("2026-01-08T08:00", "2026-01-08T09:00")]
    [InlineData("2026-01-09T17:00", "2026-01-12T09:00")]
    [InlineData("2026-12-24T18:00", "2026-12-29T09:00")]
    public void What_comes_outside_working_time_waits_for_the_next_opening(string at, string open) =>
        Assert.Equal(Local(open), Office.NextOpen(Local(at)));

    [Fact]
    public void A_night_in_which_the_clocks_go_forward_is_an_hour_shorter()
    {
        Assert.Equal(Utc("2026-03-29T01:15Z"), Night.After(Utc("2026-03-29T00:30Z"), Period.FromMinutes(45)));
        Assert.Equal(Utc("2026-03-29T23:45Z"), Night.After(Utc("2026-03-29T00:30Z"), Period.FromMinutes(105)));
    }

    [Fact]
    public void A_night_in_which_the_clocks_go_back_is_an_hour_longer() =>
        Assert.Equal(Utc("2026-10-25T03:00Z"), Night.After(Utc("2026-10-24T23:30Z"), Period.FromMinutes(210)));

    [Fact]
    public void A_time_that_the_clocks_skip_is_the_moment_they_go_forward() =>
        Assert.Equal(Utc("2026-03-29T01:00Z"), Night.After(Utc("2026-03-28T01:20Z"), Period.FromDays(1)));

    [Fact]
    public void A_time_that_the_clocks_repeat_is_its_first() =>
        Assert.Equal(Utc("2026-10-25T00:20Z"), Night.After(Utc("2026-10-24T00:20Z"), Period.FromDays(1)));

    [Fact]
    public void Holidays_for_two_years_are_waited_out()
    {
        string[] years = [.. Enumerable.Range(0, 730).Select(day => LocalDatePattern.Iso.Format(new LocalDate(2026, 1, 1).PlusDays(day)))];

        Assert.Equal(Local("2028-01-03T10:00"), Working("09:00", "17:00", off: years).After(Local("2026-01-08T12:00"), Period.FromHours(1)));
    }

    [Fact]
    public void Working_time_in_which_nobody_ever_works_cannot_be_made()
    {
        Assert.Throws<ArgumentException>(() => Working("09:00", "17:00", []));
        Assert.Throws<ArgumentException>(() => Working("09:00", "09:00"));
    }

    [Theory]
    [InlineData("P1M")]
    [InlineData("P1Y")]
    [InlineData("P-1D")]
    [InlineData("PT-1H")]
    public void A_wait_that_cannot_be_counted_is_refused(string wait) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Office.After(Local("2026-01-08T12:00"), Wait(wait)));

    private static WorkingTime Working(string from, string to, IsoDayOfWeek[]? days = null, params string[] off) => new(
        (days ?? [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday]).ToHashSet(),
        Time(from), Time(to), London, off.Select(day => LocalDatePattern.Iso.Parse(day).Value).ToHashSet());

    private static LocalTime Time(string text) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).Value;

    private static Period Wait(string text) => PeriodPattern.Roundtrip.Parse(text).Value;

    private static Instant Local(string text) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(text).Value.InZoneStrictly(London).ToInstant();

    private static Instant Utc(string text) => InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm'Z'").Parse(text).Value;
}
