using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.FollowUps;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Operations;

/// <summary>Reads from storage how the service fares now: whatever instance is asked knows it all.</summary>
public sealed class ServiceHealthReader(
    ParticipantStore participants, Agenda agenda, PoisonQueues queues, ExportBlobs blobs, Exports exports, UnknownNumbers strangers, LastDay day, Study study, IClock clock)
{
    public async Task<ServiceHealth> ReadAsync(CancellationToken cancellation)
    {
        Instant now = clock.GetCurrentInstant();
        Task<Instant?[]> due = agenda.DueSinceAsync(now, cancellation);
        Task<QueueFigures[]> looks = Task.WhenAll(StorageClients.QueueNames.Select(queue => queues.LookAsync(queue, cancellation)));
        Task<Export?> export = ExportAsync(cancellation);
        Task<IReadOnlyList<Instant>> inDanger = strangers.WaitingAsync(cancellation);
        PeopleFigures people = new();
        List<(ParticipantId, string)> candidates = [];
        await foreach (Participant person in participants.EverybodyAsync(cancellation))
        {
            people = people.With(person, now, study);
            candidates.AddRange(day.Of(person, now));
        }

        DayFigures figures = await day.CountAsync(candidates, now, cancellation);
        return new ServiceHealth(now, people, figures, (await due).Min(), await export, await looks, await inDanger);
    }

    private async Task<Export?> ExportAsync(CancellationToken cancellation) =>
        (await blobs.CurrentAsync(cancellation)).Id is { } last ? await exports.FindAsync(last, cancellation) : null;
}
