using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Privacy;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Privacy;

/// <summary>Takes from a person's partition what isn't to stay there.</summary>
public sealed class ParticipantRemains(ParticipantStore participants, Study study, IClock clock)
{
    private const int MaxSweeps = 5;

    /// <summary>How much an erasure will remove.</summary>
    public static ErasedCounts Count(IEnumerable<TableEntity> rows, bool keepAnswers) =>
        rows.Aggregate(new ErasedCounts(), (soFar, row) => soFar + CountOf(row, keepAnswers));

    /// <summary>
    /// Removes every row but those that an erasure leaves, and the words from those. What kind of row it doesn't know it removes, too.
    /// Sweeps again while others still write, which they can only for a moment: the state that their writing begins with has gone.
    /// </summary>
    public async Task SweepAsync(ParticipantId id, bool keepAnswers, CancellationToken cancellation)
    {
        for (int sweeps = 0; sweeps < MaxSweeps; sweeps++)
        {
            List<TableEntity> rows = await participants.RowsOfAsync(id, cancellation).ToListAsync(cancellation);
            TableTransactionAction[] actions = [.. rows.Select(row => Erased(row, keepAnswers)).OfType<TableTransactionAction>()];
            if (actions.Length == 0)
            {
                return;
            }

            try
            {
                await participants.SubmitAsync(actions, cancellation);
            }
            catch (TableTransactionFailedException e) when (e.Status is 404 or 412)
            {
                // Another erasure of the same person was quicker with some of them.
            }
        }
    }

    /// <summary>What takes people's own words out of rows that are old enough: messages and check-ins lose them, notes go.</summary>
    /// <param name="rows">Of one person, with their versions.</param>
    /// <param name="before">What was written at or before this instant is old enough.</param>
    /// <param name="withGoals">Whether goals lose their words, which is for those who left alone.</param>
    public IReadOnlyList<TableTransactionAction> WithoutWords(IEnumerable<TableEntity> rows, Instant before, bool withGoals) =>
        [.. rows.Select(row => WithoutWords(row, before, withGoals)).OfType<TableTransactionAction>()];

    private static string KindOf(TableEntity row) => row.RowKey.Split('|', 2)[0];

    private static ErasedCounts CountOf(TableEntity row, bool keepAnswers) => KindOf(row) switch
    {
        ParticipantRows.State or ParticipantRows.ErasureKey => new ErasedCounts(),
        "message" => new ErasedCounts(Messages: 1),
        "note" => new ErasedCounts(Notes: 1),
        "goal" => new ErasedCounts(Goals: 1),
        "alert" => new ErasedCounts(Alerts: 1),
        "check-in" when keepAnswers && Read(row) is { } checkIn => new ErasedCounts(Words: OwnWords.In(checkIn)),
        "check-in" => new ErasedCounts(CheckIns: 1),
        _ => new ErasedCounts(Other: 1),
    };

    private TableTransactionAction? Erased(TableEntity row, bool keepAnswers) => KindOf(row) switch
    {
        ParticipantRows.State or ParticipantRows.ErasureKey => null,
        "check-in" when keepAnswers && Read(row) is { } checkIn => Replaced(row, checkIn),
        _ => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(row.PartitionKey, row.RowKey), ETag.All),
    };

    private TableTransactionAction? WithoutWords(TableEntity row, Instant before, bool withGoals) => KindOf(row) switch
    {
        "message" when row.GetDateTimeOffset("At") is { } at && at <= before.ToDateTimeOffset() && !row.ContainsKey(ParticipantRows.WordsErasedAt) =>
            Merged(row, ("Text", ""), ("Reply", ""), (ParticipantRows.WordsErasedAt, clock.GetCurrentInstant().ToDateTimeUtc())),
        "note" when row.GetDateTimeOffset("At") <= before.ToDateTimeOffset() =>
            new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(row.PartitionKey, row.RowKey), ETag.All),
        "goal" when withGoals => Merged(row, ("Text", "")),
        "check-in" when Read(row) is { ClosedAt: { } closed } checkIn && closed <= before && OwnWords.In(checkIn) > 0 => Replaced(row, checkIn),
        "alert" when ReadAlert(row) is { State: AlertState.Resolved } alert && alert.Steps[^1].At <= before && OwnWords.In(alert) > 0 =>
            new TableTransactionAction(TableTransactionActionType.UpdateReplace, ParticipantRows.Of(IdOf(row), OwnWords.Without(alert)), row.ETag),
        _ => null,
    };

    /// <returns>Null for a check-in that holds no words.</returns>
    private TableTransactionAction? Replaced(TableEntity row, CheckIn checkIn)
    {
        TableEntity without = ParticipantRows.Of(IdOf(row), OwnWords.Without(checkIn, study));
        return LongText.In(without) == LongText.In(row)
            ? null
            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, without, row.ETag);
    }

    private static TableTransactionAction Merged(TableEntity row, params ReadOnlySpan<(string Column, object Value)> cells)
    {
        TableEntity merged = new(row.PartitionKey, row.RowKey);
        foreach ((string column, object value) in cells)
        {
            merged[column] = value;
        }

        return new TableTransactionAction(TableTransactionActionType.UpdateMerge, merged, ETag.All);
    }

    /// <returns>Null for one that can't be read, of which nobody can tell what in it is a code.</returns>
    private static CheckIn? Read(TableEntity row)
    {
        try
        {
            return ParticipantRows.ToCheckIn(row);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Alert? ReadAlert(TableEntity row)
    {
        try
        {
            return ParticipantRows.ToAlert(row);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ParticipantId IdOf(TableEntity row) =>
        ParticipantId.TryParse(row.PartitionKey, out ParticipantId id) ? id : throw new FormatException($"'{row.PartitionKey}' is no participant.");
}
