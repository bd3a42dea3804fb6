using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Text;
using Azure;
using Azure.Data.Tables;
using ConnectingPeople.Domain.Participants;
using NodaTime.Text;

namespace ConnectingPeople.Functions.Storage;

/// <summary>Who is to be woken when: one partition a shard, its rows in the order of time.</summary>
public sealed class Agenda(StorageClients clients)
{
    /// <summary>Into how many shards participants fall by their id.</summary>
    public const int Shards = 16;

    private static readonly InstantPattern Stamp = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    /// <summary>Whether anybody in the shard is due.</summary>
    public async Task<bool> AnyDueAsync(int shard, Instant now, CancellationToken cancellation)
    {
        await foreach (Page<TableEntity> page in Due(shard, now, 1, cancellation).AsPages())
        {
            return page.Values.Count > 0;
        }

        return false;
    }

    /// <summary>The entries of a shard that are due, earliest first.</summary>
    public async IAsyncEnumerable<AgendaEntry> DueAsync(int shard, Instant now, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (TableEntity row in Due(shard, now, 1000, cancellation))
        {
            string[] parts = row.RowKey.Split('|', 2);
            if (parts.Length == 2 && ParticipantId.TryParse(parts[1], out ParticipantId id) && Stamp.Parse(parts[0]).TryGetValue(default, out Instant at))
            {
                yield return new AgendaEntry(id, at);
            }
        }
    }

    /// <summary>Writes an entry down; the same one twice is one.</summary>
    public Task InsertAsync(AgendaEntry entry, CancellationToken cancellation) =>
        clients.Agenda.UpsertEntityAsync(Row(entry), TableUpdateMode.Replace, cancellation);

    /// <summary>Puts entries of one shard in the place of others, as one atomic batch for each fifty.</summary>
    public async Task ReplaceAsync(IReadOnlyCollection<NextWakeUp> wakeUps, CancellationToken cancellation)
    {
        foreach (NextWakeUp[] some in wakeUps.Chunk(50))
        {
            HashSet<AgendaEntry> next = [.. some.Where(wakeUp => wakeUp.Next is not null).Select(wakeUp => wakeUp.Done with { At = wakeUp.Next!.Value })];
            HashSet<AgendaEntry> done = [.. some.Select(wakeUp => wakeUp.Done).Where(entry => !next.Contains(entry))];
            await ReplaceAsync(done, next, cancellation);
        }
    }

    /// <summary>Into which shard somebody falls, from 0 on: the same for ever.</summary>
    public static int ShardOf(ParticipantId id) => (int)(XxHash32.HashToUInt32(Encoding.ASCII.GetBytes(id.Text)) % Shards);

    /// <summary>Strikes off all entries of one participant: reads the keys of their shard, for what is rare and must be thorough.</summary>
    public async Task ForgetAsync(ParticipantId id, CancellationToken cancellation)
    {
        string shard = TableClient.CreateQueryFilter($"PartitionKey eq {ShardKey(ShardOf(id))}");
        await foreach (TableEntity row in clients.Agenda.QueryAsync<TableEntity>(shard, select: ["PartitionKey", "RowKey"], cancellationToken: cancellation))
        {
            if (row.RowKey.EndsWith($"|{id}", StringComparison.Ordinal))
            {
                await clients.Agenda.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
            }
        }
    }

    /// <summary>When somebody is woken, as the agenda has it.</summary>
    public async Task<IReadOnlyList<Instant>> EntriesOfAsync(ParticipantId id, CancellationToken cancellation)
    {
        string shard = TableClient.CreateQueryFilter($"PartitionKey eq {ShardKey(ShardOf(id))}");
        return await clients.Agenda.QueryAsync<TableEntity>(shard, select: ["RowKey"], cancellationToken: cancellation)
            .Where(row => row.RowKey.EndsWith($"|{id}", StringComparison.Ordinal))
            .Select(row => Stamp.Parse(row.RowKey.Split('|')[0]).Value)
            .ToListAsync(cancellation);
    }

    private static string ShardKey(int shard) => shard.ToString("00", System.Globalization.CultureInfo.InvariantCulture);

    private static TableEntity Row(AgendaEntry entry) => new(ShardKey(ShardOf(entry.Participant)), $"{Stamp.Format(entry.At)}|{entry.Participant}");

    private AsyncPageable<TableEntity> Due(int shard, Instant now, int most, CancellationToken cancellation) =>
        clients.Agenda.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {ShardKey(shard)} and RowKey lt {Stamp.Format(now) + "~"}"),
            most,
            ["RowKey"],
            cancellation);

    private async Task ReplaceAsync(HashSet<AgendaEntry> done, HashSet<AgendaEntry> next, CancellationToken cancellation)
    {
        IEnumerable<TableTransactionAction> inserts = next.Select(entry => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Row(entry)));
        IEnumerable<TableTransactionAction> deletes = done.Select(entry => new TableTransactionAction(TableTransactionActionType.Delete, Row(entry), ETag.All));
        try
        {
            await clients.Agenda.SubmitTransactionAsync(inserts.Concat(deletes), cancellation);
        }
        catch (TableTransactionFailedException e) when (e.Status == 404)
        {
            // Another instance woke one of them as well and struck it off already: one by one then.
            await Task.WhenAll(next.Select(entry => InsertAsync(entry, cancellation)));
            await Task.WhenAll(done.Select(entry => clients.Agenda.DeleteEntityAsync(Row(entry), ETag.All, cancellation)));
        }
    }
}

/// <summary>One wake-up of one person.</summary>
/// <param name="Participant">Whose.</param>
/// <param name="At">When, to the second.</param>
public sealed record AgendaEntry(ParticipantId Participant, Instant At);

/// <summary>A wake-up that is done, and the person's next.</summary>
/// <param name="Done">Leaves the agenda.</param>
/// <param name="Next">Comes in its place; null for none.</param>
public sealed record NextWakeUp(AgendaEntry Done, Instant? Next);
