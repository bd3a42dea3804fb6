using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Replies;
using CsCheck;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.Alerts;

/// <summary>
/// When an alert goes on that nobody acknowledged, judged by somebody who walks through the study's calendar minute by minute:
/// weekends, bank holidays and changes of the clocks included.
/// </summary>
public sealed class EscalationProperties
{
    /// <summary>Easter, bank holidays, Christmas, changes of the clocks, and any other day.</summary>
    private static readonly Gen<Instant> AnyMoment = Gen.Select(
        Gen.OneOf(
            Gen.OneOf("2026-03-27T12:00Z", "2026-04-02T12:00Z", "2026-05-22T12:00Z", "2026-10-23T12:00Z", "2026-12-24T12:00Z").Select(At),
            Gen.Int[0, 700].Select(day => At("2026-01-05T00:00Z") + Duration.FromDays(day))),
        Gen.Int[0, 5 * 24 * 60],
        (around, minutes) => around + Duration.FromMinutes(minutes));

    private static readonly Gen<string> AnyWords = Gen.OneOf("i want to die", "call me", "STOP").Select(words => words);

    [Fact]
    public void It_goes_on_at_its_time_never_earlier_never_later() =>
        Gen.Select(AnyMoment, AnyWords).Sample((raised, words) =>
        {
            Participant person = Alerting.Assess(Replying.Decide(AParticipant() with { HeardAt = raised }, Sms(words, raised), TheStudy), raised, TheStudy).Person;
            Alert alert = person.Alerts.Single(alert => alert.RaisedAt == raised);
            Instant due = Oracle(alert.Rule, raised);
            Participant told = Handing.Told(new Decision(person), alert.Id, Audience.Practitioner, "pat@example.org", "email", raised).Person;

            Assert.Contains(due, Alerting.Due(told, raised, TheStudy));
            Assert.Equal(Audience.Practitioner, Look(told, due - Duration.FromSeconds(1)));
            Assert.Equal(Audience.Supervisors, Look(told, due));

            Audience Look(Participant person, Instant at) => Alerting.Assess(new Decision(person), at, TheStudy).Person.Find(alert.Id)!.Audience;
        });

    [Fact]
    public void Moments_reach_weekends_holidays_and_days_of_change()
    {
        (int weekends, int holidays, int changes) = (0, 0, 0);
        AnyMoment.Sample(
            at =>
            {
                LocalDate day = at.InZone(London).Date;
                Interlocked.Add(ref weekends, day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? 1 : 0);
                Interlocked.Add(ref holidays, TheStudy.Alerts.Working.Holidays.Contains(day) ? 1 : 0);
                Interlocked.Add(ref changes, day == new LocalDate(2026, 3, 29) || day == new LocalDate(2026, 10, 25) ? 1 : 0);
            },
            iter: 2_000);

        Assert.True(weekends > 100 && holidays > 50 && changes > 20, $"{weekends} weekends, {holidays} holidays, {changes} changes");
    }

    private static DateTimeZone London { get; } = DateTimeZoneProviders.Tzdb["Europe/London"];

    /// <summary>Half an hour of clock, or so many working days after the moment, or after nine of the next working day where nobody works then.</summary>
    private static Instant Oracle(string rule, Instant raised)
    {
        if (rule == RuleNames.RiskPhrase)
        {
            return raised + Duration.FromMinutes(30);
        }

        LocalDateTime shown = raised.InZone(London).LocalDateTime;
        while (!Works(shown))
        {
            shown = shown.TimeOfDay >= new LocalTime(9, 0) ? shown.Date.PlusDays(1) + new LocalTime(0, 0) : shown.Date + new LocalTime(9, 0);
            shown = shown.TimeOfDay < new LocalTime(9, 0) ? shown.Date + new LocalTime(9, 0) : shown;
        }

        for (int days = rule == RuleNames.AskedForACall ? 1 : 2; days > 0; days--)
        {
            do
            {
                shown = shown.PlusDays(1);
            }
            while (!Works(shown));
        }

        return shown.InZoneStrictly(London).ToInstant();
    }

    private static bool Works(LocalDateTime at) =>
        at.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && !TheStudy.Alerts.Working.Holidays.Contains(at.Date)
        && at.TimeOfDay >= new LocalTime(9, 0) && at.TimeOfDay < new LocalTime(17, 0);
}
