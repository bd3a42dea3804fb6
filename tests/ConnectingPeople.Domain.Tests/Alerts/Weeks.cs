using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.Alerts;

/// <summary>A person's weekly check-ins as they ended, without the messages that led there. Whoever is to be told is told at once.</summary>
internal static class Weeks
{
    /// <summary>When the check-in of that week ends, 0 for the first, on 8 January 2026.</summary>
    public static Instant EndOf(int week) => At("2026-01-11T11:00Z") + Duration.FromDays(7 * week);

    /// <summary>An answered check-in: the goal's rating, the contacts, the barrier.</summary>
    public static Participant Answering(this Participant person, int week, int? rating = null, int? people = null, string? barrier = null, string goal = "g1")
    {
        Instant at = EndOf(week) - Duration.FromDays(3);
        List<Answer> answers = [];
        Add("goal", rating?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Add("people", people?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Add("barrier", barrier);
        return Ending(person with { HeardAt = at }, week, CheckInStatus.Completed, goal, at, answers).Person;

        void Add(string question, string? value) =>
            answers.AddRange(value is null ? [] : [new Answer(question, AnswerOutcome.Answered, value, null, value, 1, at)]);
    }

    /// <summary>Check-ins that ended without an answer.</summary>
    public static Participant Ending(this Participant person, CheckInStatus status, params int[] weeks) =>
        weeks.Aggregate(person, (soFar, week) => Ending(soFar, week, status, "g1", EndOf(week), []).Person);

    /// <summary>What the end of one check-in leads to.</summary>
    public static Decision Ending(this Participant person, int week, CheckInStatus status, string? goal, Instant at, IReadOnlyList<Answer> answers) =>
        new Decision(person).With(new CheckIn
        {
            Id = $"weekly-{EndOf(week).InUtc().Date.PlusDays(-3):uuuu-MM-dd}",
            Questionnaire = "weekly",
            Version = 1,
            Goal = goal,
            DueAt = EndOf(week) - Duration.FromDays(3),
            ClosesAt = EndOf(week),
            ClosedAt = at,
            Status = status,
            Answers = answers,
        }).AssessedAndTold(at);

    /// <summary>A moment at which nothing happens but that somebody looks.</summary>
    public static Participant LookedAt(this Participant person, Instant now) => new Decision(person).AssessedAndTold(now).Person;

    /// <summary>The person after words of theirs.</summary>
    public static Decision Saying(this Participant person, string text, Instant at) =>
        Domain.Replies.Replying.Decide(person, Sms(text, at), TheStudy).AssessedAndTold(at);

    public static Participant Acknowledging(this Participant person, string rule, Instant at) =>
        Handling.Acknowledge(new Decision(person), person.Open(rule)!.Id, "pat@example.org", at).AssessedAndTold(at).Person;

    public static Participant Resolving(this Participant person, string rule, Instant at) =>
        Handling.Resolve(new Decision(person), person.Open(rule)!.Id, "pat@example.org", null, at).AssessedAndTold(at).Person;

    /// <summary>The open alert of a rule; null for none.</summary>
    public static Alert? Open(this Participant person, string rule) => person.Alerts.SingleOrDefault(alert => alert.Rule == rule);

    /// <summary>Why the alert of a rule closed itself in a decision; null when it didn't.</summary>
    public static string? Closed(this Decision decision, string rule) =>
        decision.Alerts.SingleOrDefault(alert => alert.Rule == rule && alert.State == AlertState.Resolved)?.Last(AlertAct.Closed)?.What;
}
