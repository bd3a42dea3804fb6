using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Alerts;

/// <summary>Raises alerts, closes those whose cause went away, and hands them on when nobody acknowledged them in time.</summary>
public static class Alerting
{
    /// <summary>
    /// What every decision ends with: remembers the check-ins that it ended, and looks at every rule and every open alert. Doing it
    /// twice does nothing more.
    /// </summary>
    public static Decision Assess(Decision decision, Instant now, Study study)
    {
        decision = Remember(decision, study);
        bool hasEnded = decision.CheckIns.Any(checkIn => checkIn.Status != CheckInStatus.Open);
        foreach (AlertRule rule in study.Alerts.Rules)
        {
            decision = Look(decision, rule, hasEnded, now, study);
        }

        return Handing.On(decision, now);
    }

    /// <summary>
    /// Raises an alert for something that is only seen at the moment it happens. While one of that rule is open it is told again
    /// if somebody acknowledged it before; of words that may mean danger each is an alert of its own.
    /// </summary>
    public static Decision Raise(Decision decision, string rule, string summary, Instant now, Study study)
    {
        if (study.Alerts.Find(rule) is not { } known)
        {
            return decision;
        }

        return RaiseOnce(decision, known, summary, now, study);
    }

    /// <summary>When a wake-up must look: at alerts to be told or escalated, and at what time alone brings about.</summary>
    public static IEnumerable<Instant> Due(Participant person, Instant now, Study study)
    {
        foreach (Alert alert in person.Alerts)
        {
            if (alert.TellAt is { } tell)
            {
                yield return tell;
            }

            if (alert.EscalatesAt is { } escalation)
            {
                yield return escalation;
            }
        }

        foreach (AlertRule rule in study.Alerts.Rules)
        {
            if (rule.FallsDueAt(person, now, study) is { } due)
            {
                yield return due;
            }
        }
    }

    private static Decision Remember(Decision decision, Study study)
    {
        PastCheckIns past = decision.CheckIns
            .Where(checkIn => checkIn.Status is not (CheckInStatus.Open or CheckInStatus.Cancelled))
            .Aggregate(decision.Person.Past, (soFar, ended) => soFar.With(ended, study));
        return past == decision.Person.Past ? decision : decision.With(decision.Person with { Past = past });
    }

    /// <param name="decision">What is decided so far.</param>
    /// <param name="rule">The rule to look at: each one at every turn, so that nothing here is done for people without causes or alerts.</param>
    /// <param name="hasEnded">Whether the decision ended a check-in.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="study">The definition.</param>
    private static Decision Look(Decision decision, AlertRule rule, bool hasEnded, Instant now, Study study)
    {
        Participant person = decision.Person;
        string? cause = null;
        bool stood = person.Causes.Count > 0 && person.Causes.TryGetValue(rule.Name, out cause);
        if (rule.BeginsWhenACheckInEnds && !stood && !hasEnded)
        {
            return decision;
        }

        bool left = person.Status == Status.Withdrawn;
        if (!left && rule.Find(person, now, study) is { } found)
        {
            return found.Cause == cause ? decision : Begin(decision, rule, found, cause, now, study);
        }

        decision = stood ? decision.With(person with { Causes = person.Causes.Without(rule.Name) }) : decision;
        return rule.ClosesItself && person.Alerts.Count > 0 && OpenOf(person, rule) is { } open
            ? Handling.Close(decision, open, left ? "They left the study." : rule.WhyClosed(person), now)
            : decision;
    }

    private static Alert? OpenOf(Participant person, AlertRule rule) => person.Alerts.FirstOrDefault(alert => alert.Rule == rule.Name);

    /// <summary>A cause that is another or worse raises; one that only got smaller is remembered as it is now.</summary>
    private static Decision Begin(Decision decision, AlertRule rule, Finding found, string? cause, Instant now, Study study)
    {
        Participant person = decision.Person;
        decision = decision.With(person with { Causes = person.Causes.Having(rule.Name, found.Cause) });
        string[] known = cause?.Split(Finding.And) ?? [];
        return found.Cause.Split(Finding.And).All(known.Contains) ? decision : RaiseOnce(decision, rule, found.Summary, now, study);
    }

    private static Decision RaiseOnce(Decision decision, AlertRule rule, string summary, Instant now, Study study) =>
        rule is not RiskPhraseRule && OpenOf(decision.Person, rule) is { } open
            ? RaiseAgain(decision, open with { Summary = summary }, rule, now, study)
            : Raise(decision, rule, summary, now, study);

    private static Decision Raise(Decision decision, AlertRule rule, string summary, Instant now, Study study)
    {
        Participant person = decision.Person;
        string id = NextId(person, rule.Name, now);
        Alert raised = new Alert
        {
            Id = id,
            Rule = rule.Name,
            Severity = rule.Severity,
            RaisedAt = now,
            Summary = summary,
            TellAt = now,
            EscalatesAt = study.Alerts.EscalationOf(rule, now),
        }.After(AlertAct.Raised, now);
        return decision.With(person with { Raised = person.Raised.Having(rule.Name, id) }).With(raised);
    }

    private static Decision RaiseAgain(Decision decision, Alert open, AlertRule rule, Instant now, Study study)
    {
        Alert again = open.After(AlertAct.RaisedAgain, now);
        return decision.With(open.State == AlertState.Acknowledged
            ? again with
            {
                State = AlertState.Raised,
                Audience = Audience.Practitioner,
                TellAt = now,
                EscalatesAt = study.Alerts.EscalationOf(rule, now),
            }
            : again);
    }

    /// <summary>Counts on from the last one, also where a message from an earlier day is taken late: no alert takes the place of another.</summary>
    private static string NextId(Participant person, string rule, Instant now)
    {
        string today = $"{rule}-{now.InZone(person.Profile.Zone()).Date:uuuu-MM-dd}";
        if (!person.Raised.TryGetValue(rule, out string? last) || string.CompareOrdinal(last[..today.Length], today) < 0)
        {
            return today;
        }

        int nth = last.Length == today.Length ? 1 : int.Parse(last.AsSpan(today.Length + 1), System.Globalization.CultureInfo.InvariantCulture);
        return $"{last[..today.Length]}.{nth + 1}";
    }

    private static Dictionary<string, string> Having(this IReadOnlyDictionary<string, string> map, string key, string value) =>
        new(map) { [key] = value };

    private static Dictionary<string, string> Without(this IReadOnlyDictionary<string, string> map, string key) =>
        map.Where(entry => entry.Key != key).ToDictionary();
}
