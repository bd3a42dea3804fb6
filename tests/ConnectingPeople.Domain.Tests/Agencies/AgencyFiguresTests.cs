using ConnectingPeople.Domain.Agencies;
using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.Agencies;

public sealed class AgencyFiguresTests
{
    private static readonly LocalDate Today = new(2026, 3, 25);

    [Fact]
    public void Twelve_weeks_are_looked_back_on_and_this_one_is_the_last()
    {
        AgencyFigures figures = AgencyFigures.Of([], Today);

        Assert.Equal(12, figures.Weeks.Count);
        Assert.Equal((new LocalDate(2026, 1, 5), new LocalDate(2026, 3, 23)), (figures.Weeks[0].Monday, figures.Weeks[^1].Monday));
        Assert.All(figures.Weeks, week => Assert.Null(week.Percent));
    }

    [Fact]
    public void A_week_counts_what_was_due_in_it_wholly_or_partly_answered_of_all_that_ended()
    {
        Participant person = WithPast(
            "weekly-2026-03-16 Completed", "weekly-2026-03-17 Partial", "weekly-2026-03-19 Missed", "weekly-2026-03-22 Undelivered", "weekly-2026-03-23 Completed");

        AgencyFigures figures = AgencyFigures.Of([person], Today);

        Assert.Equal(new WeekOfAnswers(new LocalDate(2026, 3, 16), 4, 2), figures.Weeks[^2]);
        Assert.Equal((50, 100), (figures.Weeks[^2].Percent, figures.Weeks[^1].Percent));
    }

    [Fact]
    public void Waves_and_what_is_older_than_twelve_weeks_are_left_out()
    {
        Participant person = WithPast("weekly-2026-01-04 Missed", "nine-month-2026-03-17 Missed nine-month");

        Assert.All(AgencyFigures.Of([person], Today).Weeks, week => Assert.Equal(0, week.Sent));
    }

    [Fact]
    public void Everybody_enrolled_stands_in_one_place()
    {
        Participant active = AParticipant();
        Participant[] people =
        [
            active, active,
            active with { Status = Status.Paused },
            active with { Status = Status.Paused, OptIn = OptIn.Out },
            active with { Unreachable = "30005", Status = Status.Paused },
            active with { Status = Status.Withdrawn, OptIn = OptIn.Out },
        ];

        AgencyFigures figures = AgencyFigures.Of(people, Today);

        Assert.Equal(6, figures.Enrolled);
        Assert.Equal(
            [(Standing.Active, 2), (Standing.Paused, 1), (Standing.OptedOut, 1), (Standing.Unreachable, 1), (Standing.Left, 1)],
            figures.People.Select(standing => (standing.Key, standing.Value)));
    }

    [Fact]
    public void Alerts_that_nobody_acknowledged_in_time_waited_too_long_and_those_that_reached_nobody_did_not()
    {
        Alert late = Open("silence", "not acknowledged in time");
        Participant[] people =
        [
            AParticipant() with { Alerts = [late, Open("goal-stuck")] },
            AParticipant() with { Alerts = [Open("silence", "nobody was reached")] },
        ];

        Assert.Equal([new OpenAlerts("goal-stuck", 1, 0), new OpenAlerts("silence", 2, 1)], AgencyFigures.Of(people, Today).Alerts);
    }

    [Fact]
    public void An_alert_that_really_escalates_waited_too_long()
    {
        Participant person = AParticipant() with { Alerts = [Open("silence") with { EscalatesAt = At("2026-03-24T09:00Z") }] };

        Participant after = Handing.On(new Decision(person), At("2026-03-24T09:00Z")).Person;

        Assert.Equal([new OpenAlerts("silence", 1, 1)], AgencyFigures.Of([after], Today).Alerts);
    }

    [Fact]
    public void Practitioners_come_in_the_order_of_their_addresses_whomever_they_work_with()
    {
        Participant[] people = [With("zoe@example.org"), With("zoe@example.org"), With("abe@example.org"), With("abe@example.org") with { Status = Status.Withdrawn }];

        Assert.Equal(
            [new PractitionersPeople("abe@example.org", 1), new PractitionersPeople("zoe@example.org", 2)],
            AgencyFigures.Of(people, Today).Practitioners);
    }

    private static Participant With(string practitioner)
    {
        Participant person = AParticipant();
        return person with { Profile = person.Profile with { Practitioner = practitioner } };
    }

    /// <summary>Check-ins as <c>id status wave</c>.</summary>
    private static Participant WithPast(params string[] past) => AParticipant() with
    {
        Past = new PastCheckIns(string.Join('|', past.Select(one => one.Split(' ')).Select(one => $"{one[0]} {one[1]} 1774500000 {(one.Length > 2 ? one[2] : "")} g1"))),
    };

    private static Alert Open(string rule, string? escalated = null) => new()
    {
        Id = $"{rule}-2026-03-20",
        Rule = rule,
        Severity = Severity.Soon,
        RaisedAt = At("2026-03-20T09:00Z"),
        Summary = "A fact.",
        Steps = escalated is null ? [] : [new AlertStep(AlertAct.Escalated, At("2026-03-24T09:00Z"), null, escalated)],
    };
}
