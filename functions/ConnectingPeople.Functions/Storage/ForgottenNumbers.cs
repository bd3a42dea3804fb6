using Azure;
using Azure.Data.Tables;
using ConnectingPeople.Functions.Privacy;

namespace ConnectingPeople.Functions.Storage;

/// <summary>
/// When numbers were forgotten, for as long as the provider's log may still hold what their owners wrote before: it mustn't come back
/// from there as a stranger's. Nothing but a keyed hash is kept, and it goes after days.
/// </summary>
public sealed class ForgottenNumbers(StorageClients clients, LookupHashes hashes, IClock clock)
{
    private const string Partition = "forgotten";

    /// <summary>Longer than the log is looked through; with the night after, five days at the most.</summary>
    private static readonly Duration Kept = Duration.FromDays(4);

    /// <summary>Notes that a number is being forgotten; what it writes from now on is a stranger's.</summary>
    public Task NoteAsync(string number, CancellationToken cancellation) => clients.Contacts.UpsertEntityAsync(
        new TableEntity(Partition, hashes.Of(number)) { ["At"] = clock.GetCurrentInstant().ToDateTimeUtc() }, TableUpdateMode.Replace, cancellation);

    /// <summary>Whether a number was forgotten at or after that instant.</summary>
    public async Task<bool> IsForgottenSinceAsync(string number, Instant written, CancellationToken cancellation)
    {
        foreach (string hash in hashes.AllOf(number))
        {
            NullableResponse<TableEntity> row = await clients.Contacts.GetEntityIfExistsAsync<TableEntity>(Partition, hash, cancellationToken: cancellation);
            if (row.HasValue && row.Value!.GetDateTimeOffset("At") >= written.ToDateTimeOffset())
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Lets go of those whose messages the log doesn't give any more.</summary>
    public async Task ExpireAsync(CancellationToken cancellation)
    {
        DateTimeOffset before = (clock.GetCurrentInstant() - Kept).ToDateTimeOffset();
        string filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and At lt {before}");
        await foreach (TableEntity row in clients.Contacts.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            await clients.Contacts.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
        }
    }
}
