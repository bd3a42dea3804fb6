using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using NodaTime.Text;

namespace ConnectingPeople.Domain.Agencies;

/// <summary>How things go for the people of an agency: something to talk about in supervision, never a score of its staff.</summary>
/// <param name="Weeks">The last twelve, oldest first, this one last.</param>
/// <param name="People">How many stand where; each stands in one place only.</param>
/// <param name="Alerts">Open alerts by rule, in the order of the rules' names.</param>
/// <param name="Practitioners">Who works with how many, in the order of their addresses. Whoever left the study isn't counted.</param>
public sealed record AgencyFigures(
    IReadOnlyList<WeekOfAnswers> Weeks,
    IReadOnlyDictionary<Standing, int> People,
    IReadOnlyList<OpenAlerts> Alerts,
    IReadOnlyList<PractitionersPeople> Practitioners)
{
    /// <summary>How many weeks are looked back on.</summary>
    public const int WeeksBack = 12;

    /// <summary>How many were ever enrolled.</summary>
    public int Enrolled => People.Values.Sum();

    /// <param name="people">All that were ever enrolled in the agency.</param>
    /// <param name="today">The present day where staff work.</param>
    public static AgencyFigures Of(IReadOnlyCollection<Participant> people, LocalDate today) => new(
        Answered(people, today),
        Enum.GetValues<Standing>().ToDictionary(standing => standing, standing => people.Count(person => Standings.Of(person) == standing)),
        [.. people.SelectMany(person => person.Alerts).GroupBy(alert => alert.Rule).OrderBy(rule => rule.Key, StringComparer.Ordinal).Select(OpenAlerts.Of)],
        [.. people.Where(person => person.Status != Status.Withdrawn).GroupBy(person => person.Profile.Practitioner)
            .OrderBy(practitioner => practitioner.Key, StringComparer.Ordinal)
            .Select(practitioner => new PractitionersPeople(practitioner.Key, practitioner.Count()))]);

    /// <summary>By the week in which a check-in was due; one that still takes answers doesn't count yet.</summary>
    private static List<WeekOfAnswers> Answered(IReadOnlyCollection<Participant> people, LocalDate today)
    {
        LocalDate first = Monday(today).PlusWeeks(1 - WeeksBack);
        ILookup<LocalDate, CheckInStatus> ended = people.SelectMany(person => person.Past.Ordinary)
            .Select(past => (Day: DayOf(past), past.Status))
            .Where(past => past.Day >= first)
            .ToLookup(past => Monday(past.Day!.Value), past => past.Status);
        return [.. Enumerable.Range(0, WeeksBack).Select(week => WeekOfAnswers.Of(first.PlusWeeks(week), [.. ended[first.PlusWeeks(week)]]))];
    }

    private static LocalDate Monday(LocalDate day) => day.DayOfWeek == IsoDayOfWeek.Monday ? day : day.Previous(IsoDayOfWeek.Monday);

    /// <summary>The local day that its id ends with.</summary>
    private static LocalDate? DayOf(PastCheckIn past) =>
        past.Id.Length > 10 && LocalDatePattern.Iso.Parse(past.Id[^10..]).TryGetValue(default, out LocalDate day) ? day : null;
}

/// <summary>What came of the check-ins that were due in a week.</summary>
/// <param name="Monday">Its first day.</param>
/// <param name="Sent">How many went and have ended, those that didn't arrive among them.</param>
/// <param name="Answered">How many of those were answered, wholly or in part.</param>
public sealed record WeekOfAnswers(LocalDate Monday, int Sent, int Answered)
{
    /// <summary>Of a hundred sent, rounded; null when none was.</summary>
    public int? Percent => Sent == 0 ? null : (int)Math.Round(100m * Answered / Sent, MidpointRounding.AwayFromZero);

    internal static WeekOfAnswers Of(LocalDate monday, IReadOnlyCollection<CheckInStatus> ended) =>
        new(monday, ended.Count, ended.Count(status => status is CheckInStatus.Completed or CheckInStatus.Partial));
}

/// <summary>The open alerts of one rule.</summary>
/// <param name="Rule">One of <see cref="RuleNames"/>.</param>
/// <param name="Open">How many.</param>
/// <param name="WaitedTooLong">How many of those went on to others because nobody acknowledged them in time.</param>
public sealed record OpenAlerts(string Rule, int Open, int WaitedTooLong)
{
    internal static OpenAlerts Of(IGrouping<string, Alert> rule) =>
        new(rule.Key, rule.Count(), rule.Count(alert => alert.Steps.Any(step => step is { Act: AlertAct.Escalated, What: Handing.NotInTime })));
}

/// <summary>How many people somebody works with.</summary>
/// <param name="Email">The practitioner's address.</param>
/// <param name="People">How many.</param>
public sealed record PractitionersPeople(string Email, int People)
{
    public override string ToString() => $"a practitioner of {People}";
}
