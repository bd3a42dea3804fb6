using ConnectingPeople.Domain.Participants;

namespace ConnectingPeople.Domain.Alerts;

/// <summary>What people do with an alert, and how it ends.</summary>
public static class Handling
{
    /// <summary>Somebody looks after it: it isn't escalated any more. Once is enough: later ones change nothing.</summary>
    /// <returns>Nothing changed when it is acknowledged or resolved already, or isn't there.</returns>
    public static Decision Acknowledge(Decision decision, string id, string by, Instant now) =>
        decision.Person.Find(id) is { State: not AlertState.Acknowledged } alert
            ? decision.With(alert.After(AlertAct.Acknowledged, now, by) with { State = AlertState.Acknowledged, TellAt = null, EscalatesAt = null })
            : decision;

    /// <summary>Somebody says that it is dealt with; acknowledged or not.</summary>
    /// <returns>Nothing changed when it is resolved already, or isn't there.</returns>
    public static Decision Resolve(Decision decision, string id, string by, string? why, Instant now) =>
        decision.Person.Find(id) is { } alert ? End(decision, alert.After(AlertAct.Resolved, now, by, why)) : decision;

    /// <summary>It closes itself.</summary>
    internal static Decision Close(Decision decision, Alert alert, string why, Instant now) =>
        End(decision, alert.After(AlertAct.Closed, now, null, why));

    private static Decision End(Decision decision, Alert alert) =>
        decision.With(alert with { State = AlertState.Resolved, TellAt = null, EscalatesAt = null });
}
