using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Alerts;

/// <summary>Acknowledges and resolves alerts. Whoever comes second is told who was first, and nothing changes.</summary>
public sealed class AlertDesk(ParticipantStore participants, ParticipantChanges changes)
{
    /// <returns>The alert as it is now; null when there is none.</returns>
    public Task<Alert?> AcknowledgeAsync(AlertReference which, string by, CancellationToken cancellation) =>
        ChangeAsync(which, (person, now) => Handling.Acknowledge(new Decision(person), which.Alert, by, now), cancellation);

    /// <param name="which">The alert.</param>
    /// <param name="by">Who says that it is dealt with.</param>
    /// <param name="why">What was done, in their words; null for nothing said.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The alert as it is now; null when there is none.</returns>
    public Task<Alert?> ResolveAsync(AlertReference which, string by, string? why, CancellationToken cancellation) =>
        ChangeAsync(which, (person, now) => Handling.Resolve(new Decision(person), which.Alert, by, why, now), cancellation);

    private async Task<Alert?> ChangeAsync(AlertReference which, Func<Participant, Instant, Decision> decide, CancellationToken cancellation)
    {
        Change? change = await changes.ChangeAsync(which.Participant, decide, cancellation);
        return change?.Decision.Alerts.FirstOrDefault(alert => alert.Id == which.Alert)
            ?? change?.After.Person.Find(which.Alert)
            ?? await participants.AlertAsync(which.Participant, which.Alert, cancellation);
    }
}
