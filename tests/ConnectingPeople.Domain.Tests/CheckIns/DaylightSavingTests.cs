using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using NodaTime.TimeZones;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.CheckIns;

public sealed class DaylightSavingTests
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    public static TheoryData<string> Changes() =>
    [
        .. London.GetZoneIntervals(Instant.FromUtc(2024, 1, 1, 0, 0), Instant.FromUtc(2030, 12, 31, 0, 0))
            .Skip(1).Select(interval => interval.IsoLocalStart.Date.ToString("uuuu-MM-dd", null)),
    ];

    [Theory]
    [MemberData(nameof(Changes))]
    public void Eleven_o_clock_stays_eleven_o_clock_across_every_change_of_the_clocks(string change)
    {
        LocalDate day = NodaTime.Text.LocalDatePattern.Iso.Parse(change).Value;
        Participant amira = AParticipant(enrolled: "2026-01-05T09:00Z");
        Profile profile = amira.Profile with { EnrolledAt = day.PlusDays(-30).AtMidnight().InZoneLeniently(London).ToInstant() };
        CheckInSchedule weekly = TheStudy.CheckIns[0];

        for (Instant now = profile.EnrolledAt; now < profile.EnrolledAt + Duration.FromDays(60);)
        {
            LocalDate next = Occurrences.Next(weekly, profile, now);
            Instant due = Occurrences.At(next, Occurrences.TimeOf(weekly, profile), profile);

            Assert.Equal(new LocalTime(11, 0), due.InZone(London).TimeOfDay);
            Assert.Equal(IsoDayOfWeek.Thursday, due.InZone(London).DayOfWeek);
            now = due;
        }
    }

    [Fact]
    public void A_time_that_the_clocks_skip_moves_later_by_the_gap()
    {
        Profile profile = AParticipant().Profile;

        Instant at = Occurrences.At(new LocalDate(2026, 3, 29), new LocalTime(1, 30), profile);

        Assert.Equal(At("2026-03-29T01:30Z"), at);
        Assert.Equal(new LocalTime(2, 30), at.InZone(London).TimeOfDay);
    }

    [Fact]
    public void A_time_that_the_clocks_repeat_happens_at_its_first()
    {
        Profile profile = AParticipant().Profile;

        Assert.Equal(At("2026-10-25T00:30Z"), Occurrences.At(new LocalDate(2026, 10, 25), new LocalTime(1, 30), profile));
    }

    [Fact]
    public void A_person_abroad_is_written_to_by_their_own_clock()
    {
        Participant abroad = AParticipant(zone: "America/New_York");

        Assert.Empty(Waking.Decide(abroad, At("2026-01-08T11:00Z"), TheStudy).Send);
        Assert.Single(Waking.Decide(abroad, At("2026-01-08T16:00Z"), TheStudy).Send);
    }
}
