using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Functions.Operations;

/// <summary>What is open about people, everybody's together.</summary>
/// <param name="AlertsOpen">Alerts that nobody has resolved.</param>
/// <param name="AlertsOverdue">Those that nobody acknowledged in time.</param>
/// <param name="OutboxWaiting">Messages that may go and haven't gone.</param>
/// <param name="OutboxSince">Since when the oldest of them could have gone; null when there is none.</param>
public sealed record PeopleFigures(int AlertsOpen = 0, int AlertsOverdue = 0, int OutboxWaiting = 0, Instant? OutboxSince = null)
{
    /// <summary>With one more person counted in.</summary>
    public PeopleFigures With(Participant person, Instant now, Study study)
    {
        Instant[] waiting = [.. person.Outbox.Select(message => Sending.WaitsSince(message, person, now, study)).OfType<Instant>()];
        return new PeopleFigures(
            AlertsOpen + person.Alerts.Count,
            AlertsOverdue + person.Alerts.Count(alert => alert.IsOverdue(now)),
            OutboxWaiting + waiting.Length,
            waiting.Append(OutboxSince ?? Instant.MaxValue).Min() is var oldest && oldest < Instant.MaxValue ? oldest : null);
    }
}
