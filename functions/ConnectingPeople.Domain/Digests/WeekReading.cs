using System.Globalization;
using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Digests;

/// <summary>Reads one person's week from what is known of them.</summary>
internal sealed class WeekReading
{
    private readonly Participant person;
    private readonly Study study;
    private readonly DigestWeek week;
    private readonly DateTimeZone zone;
    private readonly Instant start;
    private readonly Instant end;

    /// <summary>What ended until the end of the week.</summary>
    private readonly List<PastCheckIn> past;

    public WeekReading(Participant person, DigestWeek week, Study study)
    {
        (this.person, this.week, this.study) = (person, week, study);
        zone = person.Profile.Zone();
        (start, end) = (week.Start(zone), week.End(zone));
        past = [.. person.Past.All.Where(checkIn => checkIn.EndedAt < end)];
    }

    /// <summary>All there is to say, in the order of topics.</summary>
    public IReadOnlyList<DigestLine> Lines() =>
        HasLeft ? [Line(DigestTopic.Left, $"Left the study on {Day(person.StatusAt)}.")]
            : [.. Alerts().Concat(Quiet()).Concat(Interview()).Concat(Goals()).Concat(Barriers()).Concat(Signs()).Concat(Course()).OrderBy(line => line.Topic)];

    private bool HasLeft => person.Status == Status.Withdrawn && person.StatusAt < end;

    /// <summary>Whether they were asked at all at the end of the week, as far as that is known.</summary>
    private bool IsAsked => (person.Status == Status.Active || person.StatusAt >= end) && person.OptIn == OptIn.In && person.Unreachable is null;

    private IEnumerable<PastCheckIn> InWeek => past.Where(checkIn => checkIn.EndedAt >= start);

    private IEnumerable<DigestLine> Alerts() => person.Alerts
        .Where(alert => alert.RaisedAt < end)
        .OrderByDescending(alert => alert.Severity).ThenBy(alert => alert.RaisedAt)
        .Select(alert => Line(DigestTopic.Alert, $"{(alert.Severity == Severity.Urgent ? "Urgent, open" : "Open")} since {Day(alert.RaisedAt)}: {alert.Summary}"));

    private IEnumerable<DigestLine> Quiet()
    {
        int missed = past.Where(checkIn => checkIn.Wave is null).Reverse()
            .TakeWhile(checkIn => checkIn.Status is CheckInStatus.Missed or CheckInStatus.Undelivered && !(Heard >= checkIn.EndedAt))
            .Count(checkIn => checkIn.Status == CheckInStatus.Missed);
        if (IsAsked && missed >= study.Digest.QuietAfter)
        {
            string heard = Heard is { } last ? $"last heard from on {Day(last)}" : "not heard from yet";
            yield return Line(DigestTopic.Quiet, $"No answer to the last {(missed == 1 ? "check-in" : $"{Number(missed)} check-ins")}; {heard}.");
        }
    }

    private IEnumerable<DigestLine> Interview()
    {
        if (InterviewDue.Of(person, end, study) is { IsSoon: true, Progress: var due })
        {
            yield return Line(
                DigestTopic.Interview,
                $"The {due.Wave.Id} interview is due by {Day(due.Window.Closes - Duration.Epsilon)}: {Number(due.Missing!.Value)} of {Number(due.Questions!.Value)} answers are missing.");
        }
    }

    /// <summary>When they last wrote, if that was before the end of the week; what was before a later word isn't known.</summary>
    private Instant? Heard => person.HeardAt < end ? person.HeardAt : null;

    private IEnumerable<DigestLine> Goals() => person.Goals.Where(goal => goal.SetOn <= week.Last).SelectMany(goal => GoalLines(goal));

    private IEnumerable<DigestLine> GoalLines(Goal goal)
    {
        if (week.Holds(goal.SetOn))
        {
            yield return new DigestLine(DigestTopic.NewGoal, "A goal was set.", goal.Text);
        }

        List<GoalRating> ratings = [.. past.Where(checkIn => checkIn.Goal == goal.Id).Select(checkIn => GoalRatings.In(checkIn, study)).OfType<GoalRating>()];
        if (ratings.Count > 0 && ratings[^1].At >= start && Turn(ratings) is { } turn)
        {
            yield return turn with { Goal = goal.Text };
        }
    }

    /// <summary>What this week's rating means beside those before it; null where it says nothing.</summary>
    private DigestLine? Turn(List<GoalRating> ratings)
    {
        GoalRating now = ratings[^1];
        GoalRating? before = ratings.LastOrDefault(rating => rating.At < start);
        if (now.IsReached)
        {
            return before?.IsReached == true ? null : Line(DigestTopic.Reached, "A goal was reached.");
        }

        if (before is not null && now.Value != before.Value)
        {
            bool up = now.Value > before.Value;
            return Line(up ? DigestTopic.MovedOn : DigestTopic.WentBack, $"A goal {(up ? "moved on" : "went back")} from \"{Label(before)}\" to \"{Label(now)}\".");
        }

        List<GoalRating> last = [.. ratings.TakeLast(study.Digest.StalledAfter)];
        return last.Count == study.Digest.StalledAfter && last.All(rating => rating.Value <= last[0].Value)
            ? Line(DigestTopic.Stalled, $"A goal hasn't moved on in the last {Number(last.Count)} check-ins about it: \"{Label(now)}\".")
            : null;
    }

    private IEnumerable<DigestLine> Barriers() => study.Digest.Barriers is not { } question
        ? []
        : InWeek.SelectMany(checkIn => checkIn.Choices(question)).Distinct()
            .Select(barrier => Line(DigestTopic.Barrier, $"Named what gets in the way: {OptionLabel(question, barrier)}."));

    private IEnumerable<DigestLine> Signs()
    {
        if (!person.Goals.Any(goal => goal.SetOn <= week.Last))
        {
            yield return Line(DigestTopic.NoSign, "No goal is set.");
        }

        foreach (DigestSign sign in study.Digest.Signs)
        {
            Duration within = sign.Within.ToDuration();
            if (InWeek.Any(sign.IsIn))
            {
                yield return Line(DigestTopic.Sign, $"Told of {sign.Label}.");
            }
            else if (IsAsked && AskedSince <= end - within && !past.Any(checkIn => checkIn.EndedAt >= end - within && sign.IsIn(checkIn)))
            {
                yield return Line(DigestTopic.NoSign, $"No sign of {sign.Label} in the last {Length(within)}.");
            }
        }
    }

    /// <summary>From when on a missing sign means anything: nobody is asked before enrolment, nor in a pause.</summary>
    private Instant AskedSince => person.StatusAt < end ? Instant.Max(person.Profile.EnrolledAt, person.StatusAt) : person.Profile.EnrolledAt;

    private IEnumerable<DigestLine> Course()
    {
        if (person.Profile.EnrolledAt >= start)
        {
            yield return Line(DigestTopic.Joined, $"Joined the study on {Day(person.Profile.EnrolledAt)}.");
        }

        if (person.Status == Status.Paused && person.StatusAt >= start && person.StatusAt < end)
        {
            yield return Line(DigestTopic.Break, $"Takes a break since {Day(person.StatusAt)}.");
        }
    }

    private static DigestLine Line(DigestTopic topic, string text) => new(topic, text);

    private string Day(Instant at) => at.InZone(zone).ToString("d MMMM", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Length(Duration within) => within.Days switch
    {
        7 => "week",
        var days when days % 7 == 0 && days > 0 => $"{Number(days / 7)} weeks",
        1 => "day",
        var days => $"{Number(days)} days",
    };

    private string Label(GoalRating rating) => study.Questionnaires.Values.SelectMany(questionnaire => questionnaire.Questions).OfType<ScaleQuestion>()
        .FirstOrDefault(question => question.AboutGoal && question.Max == rating.Top && question.Labels.ContainsKey(rating.Value))?.Labels[rating.Value]
        ?? $"{Number(rating.Value)} of {Number(rating.Top)}";

    private string OptionLabel(string question, string value) => study.Questionnaires.Values
        .Select(questionnaire => questionnaire.Find(question))
        .SelectMany(found => found is ChoiceQuestion choice ? choice.Options : found is ChoicesQuestion choices ? choices.Options : [])
        .FirstOrDefault(option => option.Value == value)?.Label ?? value;
}
