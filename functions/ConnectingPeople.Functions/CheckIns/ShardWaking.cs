using System.Collections.Concurrent;
using System.Diagnostics;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Messaging;
using ConnectingPeople.Functions.Operations;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.CheckIns;

/// <summary>
/// Wakes the participants of one agenda shard whose time has come. Their agenda rows are replaced last, when all that follows
/// from waking is done, so that whoever dies in between is followed by somebody who wakes them again; and some hundred at a time,
/// so that whoever comes to help with a long queue finds only what is left.
/// </summary>
public sealed partial class ShardWaking(
    Agenda agenda, ParticipantStore participants, ParticipantChanges changes, Postman postman, Study study, ILogger<ShardWaking> log)
{
    private const int AtOnce = 8;

    /// <summary>How many rows are replaced together: many a batch of fifty, and seconds of work.</summary>
    private const int AtATime = 400;

    /// <summary>An entry without its participant belongs to an enrolment that is under way, or one that died.</summary>
    private static readonly Duration EnrolmentTakesAtMost = Duration.FromHours(1);

    /// <summary>Wakes all that are due.</summary>
    /// <exception cref="AggregateException">Some couldn't be woken; the agenda keeps them.</exception>
    public async Task WakeAsync(int shard, CancellationToken cancellation)
    {
        ConcurrentBag<Exception> failures = [];
        await foreach (AgendaEntry[] some in agenda.DueAsync(shard, changes.Now, cancellation).Chunk(AtATime).WithCancellation(cancellation))
        {
            await agenda.ReplaceAsync(await WakeAsync(some, failures, cancellation), cancellation);
        }

        if (!failures.IsEmpty)
        {
            throw new AggregateException($"{failures.Count} of shard {shard} couldn't be woken; they are tried again.", failures);
        }
    }

    private async Task<IReadOnlyCollection<NextWakeUp>> WakeAsync(AgendaEntry[] some, ConcurrentBag<Exception> failures, CancellationToken cancellation)
    {
        ConcurrentBag<NextWakeUp> done = [];
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(some, parallel, async (entry, stop) =>
        {
            try
            {
                if (await WakeAsync(entry, stop) is { } next)
                {
                    done.Add(next);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(e, entry.Participant.Text);
                failures.Add(e);
            }
        });
        return done;
    }

    /// <returns>What takes the entry's place; null to leave it where it is.</returns>
    private async Task<NextWakeUp?> WakeAsync(AgendaEntry entry, CancellationToken cancellation)
    {
        using Activity? trace = StudyTrace.Start("wake", about: entry.Participant);
        while (await participants.LoadAsync(entry.Participant, cancellation) is { } before)
        {
            if (await changes.SaveWakeUpAsync(before, Waking.Decide(before.Person, changes.Now, study), cancellation) is { } change)
            {
                await postman.FollowAsync(change, cancellation);
                return new NextWakeUp(entry, change.After.Person.WakesAt);
            }
        }

        return entry.At + EnrolmentTakesAtMost < changes.Now ? new NextWakeUp(entry, null) : null;
    }

    [LoggerMessage(LogLevel.Error, "{Participant} couldn't be woken; the agenda keeps the entry.")]
    private partial void LogFailed(Exception e, string participant);
}
