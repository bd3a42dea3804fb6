using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using InterviewDue = ConnectingPeople.Domain.FollowUps.InterviewDue;

namespace ConnectingPeople.Functions.Participants;

/// <summary>One person as the caseload shows them.</summary>
/// <param name="Person">Their state.</param>
/// <param name="Name">Null when it was erased.</param>
/// <param name="Next">When the next check-in comes; null for none.</param>
/// <param name="Contacts">Their last answers to the question that counts contacts, oldest first.</param>
/// <param name="Goal">How the goal that was rated last is on; null before the first rating.</param>
public sealed record CaseloadRow(Participant Person, string? Name, Instant? Next, IReadOnlyList<int> Contacts, GoalProgress? Goal)
{
    /// <summary>How many answers make a trend: about a quarter of a year.</summary>
    public const int Answers = 12;

    public Standing Standing => Standings.Of(Person);

    /// <summary>Since when they are silent, as far as we know.</summary>
    public Instant SilentSince => Person.HeardAt ?? Person.Profile.EnrolledAt;

    /// <summary>How pressing the most pressing open alert is; null without any.</summary>
    public Severity? Worst => Person.Alerts.Count == 0 ? null : Person.Alerts.Max(alert => alert.Severity);

    /// <summary>The interview that is to be done; null for none.</summary>
    public InterviewDue? Interview { get; init; }

    public static CaseloadRow Of(Participant person, string? name, Study study, Instant now) => new(
        person,
        string.IsNullOrWhiteSpace(name) ? null : name,
        NextCheckIn(person, study, now),
        CountsContacts(study) is { } question ? [.. person.Past.Ordinary.Select(past => past.Number(question)).OfType<int>().TakeLast(Answers)] : [],
        GoalProgress.Of(person, study))
    {
        Interview = InterviewDue.Of(person, now, study),
    };

    /// <summary>The question that the study's rule watches; where it has no such rule, the first that asks how many.</summary>
    private static string? CountsContacts(Study study) =>
        study.Alerts.Find(RuleNames.ContactsFalling) is Domain.Alerts.Rules.ContactsFallingRule rule
            ? rule.Question
            : study.CheckIns.SelectMany(schedule => study.Questionnaires[schedule.Questionnaire].Questions).OfType<CountQuestion>().FirstOrDefault()?.Id;

    private static Instant? NextCheckIn(Participant person, Study study, Instant now)
    {
        Instant? from = Standings.Of(person) switch
        {
            Standing.Active => now,
            Standing.Paused when person.PausedUntil is { } end => Instant.Max(end, now),
            _ => null,
        };
        return from is { } start && study.CheckIns.Count > 0 ? study.CheckIns.Min(schedule => NextOf(schedule, person.Profile, start)) : null;
    }

    private static Instant NextOf(CheckInSchedule schedule, Profile profile, Instant from) =>
        Occurrences.At(Occurrences.Next(schedule, profile, from), Occurrences.TimeOf(schedule, profile), profile);
}

/// <summary>How a goal was rated last.</summary>
/// <param name="Text">The goal.</param>
/// <param name="Rating">The last rating.</param>
/// <param name="Before">The rating before it; null for none.</param>
public sealed record GoalProgress(string Text, GoalRating Rating, int? Before)
{
    /// <summary>Such as <c>3 of 4, up from 2</c>.</summary>
    public string Words => $"{Rating.Value} of {Rating.Top}" + Before switch
    {
        null => ", rated once",
        { } before when before < Rating.Value => $", up from {before}",
        { } before when before > Rating.Value => $", down from {before}",
        _ => ", as before",
    };

    /// <summary>Of the goals that they work on.</summary>
    public static GoalProgress? Of(Participant person, Study study)
    {
        GoalRating? last = null;
        foreach (GoalRating rating in person.Past.Ordinary.Reverse().Select(past => GoalRatings.In(past, study)).OfType<GoalRating>())
        {
            if (last is null && person.Goals.Any(goal => goal.Id == rating.Goal))
            {
                last = rating;
            }
            else if (last?.Goal == rating.Goal)
            {
                return new GoalProgress(TextOf(person, last), last, rating.Value);
            }
        }

        return last is null ? null : new GoalProgress(TextOf(person, last), last, null);
    }

    private static string TextOf(Participant person, GoalRating rating) => person.Goals.First(goal => goal.Id == rating.Goal).Text;
}
