using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Alerts;

/// <summary>What the study definition says of alerts.</summary>
/// <param name="Working">When staff work; waits of most rules are counted in it.</param>
/// <param name="GatherFor">How long an alert that isn't urgent waits for others, so that one message tells of all.</param>
/// <param name="Duty">Who is there when somebody may be in danger and nobody acknowledged it; null for nobody but the supervisors.</param>
/// <param name="Rules">The rules in use.</param>
public sealed record AlertPlan(WorkingTime Working, Duration GatherFor, DutyContact? Duty, IReadOnlyList<AlertRule> Rules)
{
    /// <summary>The rule of that name; null where the study doesn't use it.</summary>
    public AlertRule? Find(string name) => Rules.FirstOrDefault(rule => rule.Name == name);

    /// <summary>When an alert that was raised then goes to the supervisor.</summary>
    public Instant EscalationOf(AlertRule rule, Instant raised) => rule.Patience.ByClock
        ? raised + rule.Patience.Wait.ToDuration()
        : Working.After(raised, rule.Patience.Wait);
}

/// <summary>Who is told when somebody may be in danger and nobody acknowledged it.</summary>
/// <param name="Email">An address that is always read.</param>
/// <param name="Phone">A number in E.164 that can be texted; null for none.</param>
public sealed record DutyContact(string Email, string? Phone)
{
    public override string ToString() => "the duty contact";
}

/// <summary>How long an alert waits to be acknowledged.</summary>
/// <param name="Wait">Longer than nothing; weeks, days, hours and minutes.</param>
/// <param name="ByClock">Whether nights and weekends count, else it is working time.</param>
public sealed record Patience(Period Wait, bool ByClock);
