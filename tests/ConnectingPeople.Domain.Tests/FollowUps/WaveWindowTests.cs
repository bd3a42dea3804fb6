using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.FollowUps;

/// <summary>The shipped windows: baseline from enrolment for 42 days; nine months from 8 months 14 days to 10 months 14 days.</summary>
public sealed class WaveWindowTests
{
    private static readonly WaveDefinition NineMonth = TheStudy.Waves.Single(wave => wave.Id == "nine-month");
    private static readonly WaveDefinition Baseline = TheStudy.Waves.Single(wave => wave.Id == "baseline");

    [Theory]
    [InlineData("2026-01-05T09:00Z", "2026-09-19", "2026-11-18")]
    [InlineData("2026-05-31T09:00Z", "2027-02-14", "2027-04-13")]
    [InlineData("2027-05-31T09:00Z", "2028-02-14", "2028-04-13")]
    [InlineData("2028-02-29T09:00Z", "2028-11-12", "2029-01-11")]
    public void The_window_counts_from_the_day_of_enrolment(string enrolled, string first, string last)
    {
        WaveWindow window = WaveWindow.Of(NineMonth, AParticipant(enrolled: enrolled).Profile);

        Assert.Equal((first, last), (Day(window.FirstDay), Day(window.LastDay)));
    }

    [Theory]
    [InlineData("2026-05-31T09:00Z", "2027-02-28T11:00Z")]
    [InlineData("2027-05-31T09:00Z", "2028-02-29T11:00Z")]
    [InlineData("2027-05-29T09:00Z", "2028-02-29T11:00Z")]
    [InlineData("2028-02-29T09:00Z", "2028-11-29T11:00Z")]
    public void Nine_months_after_a_day_that_the_month_lacks_is_its_last(string enrolled, string due) =>
        Assert.Equal(At(due), Occurrences.DueAt(NineMonth, AParticipant(enrolled: enrolled).Profile));

    [Theory]
    [InlineData("2026-09-18T22:59Z", false)]
    [InlineData("2026-09-18T23:00Z", true)]
    [InlineData("2026-11-18T23:59Z", true)]
    [InlineData("2026-11-19T00:00Z", false)]
    public void It_begins_at_midnight_in_summer_time_and_ends_at_midnight_in_winter_time(string at, bool expected) =>
        Assert.Equal(expected, WaveWindow.Of(NineMonth, AParticipant().Profile).Contains(At(at)));

    [Fact]
    public void Somebody_enrolled_late_in_the_evening_counts_from_their_own_day()
    {
        WaveWindow london = WaveWindow.Of(Baseline, AParticipant(enrolled: "2026-01-05T23:30Z").Profile);
        WaveWindow auckland = WaveWindow.Of(Baseline, AParticipant("Pacific/Auckland", enrolled: "2026-01-05T23:30Z").Profile);

        Assert.Equal(("2026-01-05", "2026-02-15"), (Day(london.FirstDay), Day(london.LastDay)));
        Assert.Equal(("2026-01-06", "2026-02-16"), (Day(auckland.FirstDay), Day(auckland.LastDay)));
        Assert.Equal(At("2026-01-05T11:00Z"), auckland.Opens);
    }

    [Fact]
    public void Where_the_clocks_skip_midnight_the_window_ends_with_the_last_moment_of_the_day_before()
    {
        // In Santiago, midnight of 6 September 2026 doesn't exist: that day begins at 01:00, which is 04:00 UTC.
        WaveWindow window = WaveWindow.Of(Baseline, AParticipant("America/Santiago", enrolled: "2026-07-26T15:00Z").Profile);

        Assert.Equal(("2026-09-05", At("2026-09-06T04:00Z")), (Day(window.LastDay), window.Closes));
    }

    [Fact]
    public void A_wave_is_measured_with_its_last_answer_and_is_in_time_only_if_all_are()
    {
        WaveWindow window = WaveWindow.Of(NineMonth, AParticipant().Profile);
        CheckIn early = Wave(Said("advice", "2026-09-01T09:00Z"), Said("days", "2026-10-05T09:00Z"));
        CheckIn inTime = Wave(Said("advice", "2026-09-20T09:00Z"), Said("days", "2026-10-05T09:00Z"));
        CheckIn late = Wave(Said("days", "2026-11-19T09:00Z"), Said("advice", "2026-09-20T09:00Z"));

        Assert.Equal((At("2026-10-05T09:00Z"), false), (WaveWindow.AnsweredAt(early), window.Holds(early)));
        Assert.Equal((At("2026-10-05T09:00Z"), true), (WaveWindow.AnsweredAt(inTime), window.Holds(inTime)));
        Assert.Equal((At("2026-11-19T09:00Z"), false), (WaveWindow.AnsweredAt(late), window.Holds(late)));
    }

    [Fact]
    public void Refusals_are_no_measurement()
    {
        CheckIn refused = Wave(Said("advice", "2026-10-05T09:00Z") with { Outcome = AnswerOutcome.Refused, Value = null });

        Assert.Null(WaveWindow.AnsweredAt(refused));
        Assert.Null(WaveWindow.Of(NineMonth, AParticipant().Profile).Holds(refused));
    }

    private static CheckIn Wave(params Answer[] answers) => new()
    {
        Id = "nine-month-2026-10-05",
        Questionnaire = "follow-up",
        Version = 1,
        Wave = "nine-month",
        DueAt = At("2026-10-05T10:00Z"),
        ClosesAt = At("2026-11-19T00:00Z"),
        Answers = answers,
    };

    private static Answer Said(string question, string at) => new(question, AnswerOutcome.Answered, "3", null, null, 1, At(at), AnswerSource.Interview);

    private static string Day(LocalDate day) => day.ToString("uuuu-MM-dd", null);
}
