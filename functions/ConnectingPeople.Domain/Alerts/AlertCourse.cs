namespace ConnectingPeople.Domain.Alerts;

/// <summary>What had become of an alert by an earlier moment, told from the steps that are kept with it.</summary>
public static class AlertCourse
{
    /// <summary>The alert with what happened up to an instant, which itself counts, and the state that this led to.</summary>
    public static Alert AsOf(Alert alert, Instant at)
    {
        List<AlertStep> steps = [.. alert.Steps.Where(step => step.At <= at)];
        return alert with { Steps = steps, State = steps.Aggregate(AlertState.Raised, After) };
    }

    private static AlertState After(AlertState state, AlertStep step) => (step.Act, state) switch
    {
        (AlertAct.Notified, AlertState.Raised) => AlertState.Notified,
        (AlertAct.RaisedAgain, AlertState.Acknowledged) => AlertState.Raised,
        (AlertAct.Acknowledged, _) => AlertState.Acknowledged,
        (AlertAct.Resolved or AlertAct.Closed, _) => AlertState.Resolved,
        _ => state,
    };
}
