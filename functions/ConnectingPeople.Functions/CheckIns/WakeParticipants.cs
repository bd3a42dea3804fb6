using System.Collections.Concurrent;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Messaging;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.CheckIns;

/// <summary>
/// Wakes the participants of one agenda shard whose time has come. Their agenda rows go last, when all that follows from waking
/// is done, so that whoever dies in between is followed by somebody who wakes them again.
/// </summary>
public sealed partial class WakeParticipants(
    Agenda agenda, ParticipantStore participants, ParticipantChanges changes, Postman postman, Study study, ILogger<WakeParticipants> log)
{
    private const int AtOnce = 8;

    /// <summary>An entry without its participant belongs to an enrolment that is under way, or one that died.</summary>
    private static readonly Duration EnrolmentTakesAtMost = Duration.FromHours(1);

    [Function(nameof(WakeParticipants))]
    public async Task RunAsync([QueueTrigger("agenda")] AgendaShard shard, CancellationToken cancellation)
    {
        if (shard.Shard is < 0 or >= Agenda.Shards)
        {
            throw new FormatException($"There is no agenda shard {shard.Shard}.");
        }

        ConcurrentBag<AgendaEntry> done = [];
        ConcurrentBag<Exception> failures = [];
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(agenda.DueAsync(shard.Shard, changes.Now, cancellation), parallel, async (entry, stop) =>
        {
            try
            {
                if (await WakeAsync(entry, stop))
                {
                    done.Add(entry);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(e, entry.Participant.Text);
                failures.Add(e);
            }
        });
        await agenda.DeleteAsync(done, cancellation);
        if (!failures.IsEmpty)
        {
            throw new AggregateException($"{failures.Count} of shard {shard.Shard} couldn't be woken; they are tried again.", failures);
        }
    }

    /// <returns>Whether the entry has done its work.</returns>
    private async Task<bool> WakeAsync(AgendaEntry entry, CancellationToken cancellation)
    {
        while (await participants.LoadAsync(entry.Participant, cancellation) is { } before)
        {
            if (await changes.SaveWakeUpAsync(before, Waking.Decide(before.Person, changes.Now, study), entry, cancellation) is { } change)
            {
                await postman.FollowAsync(change, cancellation);
                return true;
            }
        }

        return entry.At + EnrolmentTakesAtMost < changes.Now;
    }

    [LoggerMessage(LogLevel.Error, "{Participant} couldn't be woken; the agenda keeps the entry.")]
    private partial void LogFailed(Exception e, string participant);
}
