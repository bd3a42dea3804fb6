using Azure.Data.Tables;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Privacy;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.FollowUps;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Privacy;

/// <summary>
/// Forgets what the study's periods don't keep. Reads everybody in key ranges, side by side; a person whose rows change at the moment, or
/// can't be changed, is left for the next time and counted.
/// </summary>
public sealed partial class Retention(
    ParticipantScan scan, ParticipantStore participants, ParticipantErasure erasure, ParticipantRemains remains, UnknownNumbers unknown,
    Study study, IClock clock, ILogger<Retention> log)
{
    private const int AtOnce = 4;

    private static readonly string[] Columns = ["PartitionKey", "RowKey", .. LongText.Columns, "At", ParticipantRows.WordsErasedAt];

    /// <summary>Applies the periods, or counts what they would remove.</summary>
    /// <returns>How much; nothing for a study that says nothing of retention.</returns>
    public async Task<RetainedCounts> ApplyAsync(CancellationToken cancellation)
    {
        if (study.Retention is not { } periods)
        {
            LogNoPeriods();
            return new RetainedCounts();
        }

        Instant now = clock.GetCurrentInstant();
        RetainedCounts total = new();
        Lock gate = new();
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(Enumerable.Range(0, ParticipantScan.Ranges), parallel, async (range, stop) =>
        {
            await foreach (IReadOnlyList<TableEntity> rows in scan.PeopleAsync(range, stop, Columns))
            {
                RetainedCounts person = await TryAsync(rows, periods, now, stop);
                lock (gate)
                {
                    total += person;
                }
            }
        });
        total += new RetainedCounts(UnknownMessages: await unknown.ForgetBeforeAsync(
            RetentionDefinition.Before(now, periods.UnknownNumbers), periods.Mode == RetentionMode.Delete, cancellation));
        LogApplied(Domain.Words.Of(periods.Mode), total.UnknownMessages, total.Words, total.Identities, total.Records, total.Failed);
        return total;
    }

    private async Task<RetainedCounts> TryAsync(IReadOnlyList<TableEntity> rows, RetentionDefinition periods, Instant now, CancellationToken cancellation)
    {
        try
        {
            return rows.FirstOrDefault(row => row.RowKey == ParticipantRows.State) is { } state
                ? await ApplyAsync(ParticipantRows.ToParticipant(state), rows, periods, now, cancellation)
                : new RetainedCounts();
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            LogFailed(rows[0].PartitionKey, e.GetType().Name);
            return new RetainedCounts(Failed: 1);
        }
    }

    private async Task<RetainedCounts> ApplyAsync(
        Participant person, IReadOnlyList<TableEntity> rows, RetentionDefinition periods, Instant now, CancellationToken cancellation)
    {
        bool deletes = periods.Mode == RetentionMode.Delete;
        switch (Retaining.StepFor(person, now, periods))
        {
            case RetentionStep.Record:
                _ = deletes ? await erasure.EraseAsync(person.Id, new ErasureOrder("retention", ErasureReason.Retention, WithAnswers: true), cancellation) : null;
                return new RetainedCounts(Records: 1);
            case RetentionStep.Identity:
                await (deletes ? MakeNamelessAsync(person.Id, rows, now, cancellation) : Task.CompletedTask);
                return new RetainedCounts(Identities: 1);
            case RetentionStep.OldWords:
                IReadOnlyList<TableTransactionAction> old = remains.WithoutWords(rows, RetentionDefinition.Before(now, periods.Words), withGoals: false);
                await participants.SubmitAsync(deletes ? old : [], cancellation);
                return new RetainedCounts(Words: old.Count);
            default:
                return new RetainedCounts();
        }
    }

    /// <summary>Who they are goes first and the state says so last, so that whoever dies in between is followed by somebody who does it again.</summary>
    private async Task MakeNamelessAsync(ParticipantId id, IReadOnlyList<TableEntity> rows, Instant now, CancellationToken cancellation)
    {
        await erasure.ForgetIdentityAsync(id, cancellation);
        await participants.SubmitAsync(remains.WithoutWords(rows, now, withGoals: true), cancellation);
        if (await participants.LoadAsync(id, cancellation) is { } stored && await participants.CommitAsync(stored, Erasing.MakeNameless(stored.Person, now), cancellation) is null)
        {
            throw new IOException($"{id} changed at this moment; it is done next time.");
        }
    }

    [LoggerMessage(LogLevel.Information, "The study definition has no retention periods, so nothing goes by age alone.")]
    private partial void LogNoPeriods();

    [LoggerMessage(LogLevel.Information,
        "Retention ({Mode}): {UnknownMessages} messages of unknown numbers, {Words} rows with words, {Identities} identities and {Records} records were over; {Failed} people are left for the next time.")]
    private partial void LogApplied(string mode, int unknownMessages, int words, int identities, int records, int failed);

    [LoggerMessage(LogLevel.Error, "Retention couldn't be applied to {Participant}, it is tried again next time: {Reason}")]
    private partial void LogFailed(string participant, string reason);
}

/// <summary>How much was over, and removed unless the study only wants it reported.</summary>
/// <param name="UnknownMessages">Messages of numbers that nobody is enrolled with.</param>
/// <param name="Words">Messages, check-ins, alerts and notes that lost their words.</param>
/// <param name="Identities">People who left, of whom nobody can tell any more who they are.</param>
/// <param name="Records">People who left, of whom nothing is kept any more.</param>
/// <param name="Failed">People who are left for the next time.</param>
public sealed record RetainedCounts(int UnknownMessages = 0, int Words = 0, int Identities = 0, int Records = 0, int Failed = 0)
{
    public static RetainedCounts operator +(RetainedCounts one, RetainedCounts other) => new(
        one.UnknownMessages + other.UnknownMessages, one.Words + other.Words, one.Identities + other.Identities, one.Records + other.Records,
        one.Failed + other.Failed);
}
