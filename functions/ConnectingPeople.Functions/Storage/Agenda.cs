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
        clients.Agenda.UpsertEntityAsync(new TableEntity(ShardOf(entry.Participant), RowKey(entry)), TableUpdateMode.Replace, cancellation);

    /// <summary>Strikes entries of one shard off, a hundred a call.</summary>
    public async Task DeleteAsync(IReadOnlyCollection<AgendaEntry> entries, CancellationToken cancellation)
    {
        foreach (AgendaEntry[] some in entries.Distinct().Chunk(100))
        {
            await StrikeAsync(some, cancellation);
        }
    }

    private static string ShardOf(ParticipantId id) => ShardKey((int)(XxHash32.HashToUInt32(Encoding.ASCII.GetBytes(id.Text)) % Shards));

    private static string ShardKey(int shard) => shard.ToString("00", System.Globalization.CultureInfo.InvariantCulture);

    private static string RowKey(AgendaEntry entry) => $"{Stamp.Format(entry.At)}|{entry.Participant}";

    private AsyncPageable<TableEntity> Due(int shard, Instant now, int most, CancellationToken cancellation) =>
        clients.Agenda.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {ShardKey(shard)} and RowKey lt {Stamp.Format(now) + "~"}"),
            most,
            ["RowKey"],
            cancellation);

    private async Task StrikeAsync(AgendaEntry[] entries, CancellationToken cancellation)
    {
        IEnumerable<TableTransactionAction> strikes = entries.Select(entry => new TableTransactionAction(
            TableTransactionActionType.Delete, new TableEntity(ShardOf(entry.Participant), RowKey(entry)), ETag.All));
        try
        {
            await clients.Agenda.SubmitTransactionAsync(strikes, cancellation);
        }
        catch (TableTransactionFailedException e) when (e.Status == 404 && entries.Length == 1)
        {
            // Another instance struck it off already.
        }
        catch (TableTransactionFailedException e) when (e.Status == 404)
        {
            foreach (AgendaEntry entry in entries)
            {
                await StrikeAsync([entry], cancellation);
            }
        }
    }
}

/// <summary>One wake-up of one person.</summary>
/// <param name="Participant">Whose.</param>
/// <param name="At">When, to the second.</param>
public sealed record AgendaEntry(ParticipantId Participant, Instant At);
