using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Operations;

/// <summary>
/// Tells every few minutes what must be read from storage first: a call for each thousand people and one for each poison queue. A timer
/// runs on one instance, so nothing is told twice; while nobody listens, nothing is read.
/// </summary>
public sealed class MeasureService(StudyMetrics metrics, ParticipantStore participants, PoisonQueues queues, Study study, IClock clock)
{
    [Function(nameof(MeasureService))]
    public async Task RunAsync([TimerTrigger("%MeasureSchedule%")] TimerInfo timer, CancellationToken cancellation)
    {
        if (!metrics.AreWatched)
        {
            return;
        }

        foreach (string queue in StorageClients.QueueNames)
        {
            metrics.Poisoned(queue, await queues.PoisonedAsync(queue, cancellation));
        }

        Instant now = clock.GetCurrentInstant();
        PeopleFigures people = new();
        await foreach (Participant person in participants.EverybodyAsync(cancellation))
        {
            people = people.With(person, now, study);
        }

        metrics.Measured(people, now);
    }
}
