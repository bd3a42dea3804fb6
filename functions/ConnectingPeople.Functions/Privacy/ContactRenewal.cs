using Azure;
using Azure.Data.Tables;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Privacy;

/// <summary>
/// Seals the contact store anew with the first contact key and hashes its numbers anew with the present lookup key, a part at a
/// time. It may be cut short anywhere and begun again, and people may be enrolled meanwhile: each row changes only if it is still as
/// it was read, and a number has its new hash before it loses the old one.
/// </summary>
public sealed partial class ContactRenewal(StorageClients clients, ContactStore contacts, ContactCells cells, LookupHashes hashes, ILogger<ContactRenewal> log)
{
    /// <summary>How many rows a part looks at: a few seconds' work.</summary>
    public const int PartSize = 500;

    /// <summary>Renews a part of the store.</summary>
    /// <param name="after">Where the part before ended, as it said; null for the first.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<RenewedPart> RenewAsync(string? after, CancellationToken cancellation)
    {
        RenewedPart part = new();
        AsyncPageable<TableEntity> rows = clients.Contacts.QueryAsync<TableEntity>(After(after), maxPerPage: PartSize, cancellationToken: cancellation);
        await foreach (Page<TableEntity> page in rows.AsPages())
        {
            foreach (TableEntity row in page.Values)
            {
                part = await RenewAsync(part with { Rows = part.Rows + 1 }, row, cancellation);
            }

            bool isLast = page.ContinuationToken is null;
            return part with { Next = isLast || page.Values.Count == 0 ? null : Place(page.Values[^1]) };
        }

        return part;
    }

    private async Task<RenewedPart> RenewAsync(RenewedPart part, TableEntity row, CancellationToken cancellation)
    {
        try
        {
            bool isSealedAnew = cells.Renewed(row) is { } renewed && await ReplaceAsync(renewed, cancellation);
            int hashed = IsOfAParticipant(row, out ParticipantId id) ? await HashAnewAsync(id, contacts.ToContact(row), cancellation) : 0;
            return part with { Sealed = part.Sealed + (isSealedAnew ? 1 : 0), Hashed = part.Hashed + hashed };
        }
        catch (UnreadableContactException e)
        {
            LogUnreadable(row.PartitionKey, row.RowKey, e.Message);
            return part with { Unreadable = part.Unreadable + 1 };
        }
    }

    /// <returns>False for a row that changed or went meanwhile: whoever changed it sealed it with the present key.</returns>
    private async Task<bool> ReplaceAsync(TableEntity row, CancellationToken cancellation)
    {
        try
        {
            await clients.Contacts.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Merge, cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            return false;
        }
    }

    private async Task<int> HashAnewAsync(ParticipantId id, Contact contact, CancellationToken cancellation)
    {
        int hashed = 0;
        foreach (string address in new[] { contact.Phone, contact.Email }.OfType<string>())
        {
            foreach (string former in hashes.FormerOf(address))
            {
                NullableResponse<TableEntity> old = await clients.Contacts.GetEntityIfExistsAsync<TableEntity>(former, ContactStore.Row, cancellationToken: cancellation);
                if (old.HasValue && old.Value!.GetString("Participant") == id.Text)
                {
                    await contacts.HashAnewAsync(address, old.Value, contact.Name, id, cancellation);
                    hashed++;
                }
            }
        }

        return hashed;
    }

    private static bool IsOfAParticipant(TableEntity row, out ParticipantId id)
    {
        id = default;
        return row.RowKey == ContactStore.Row && row.PartitionKey.StartsWith(ParticipantId.Prefix, StringComparison.Ordinal)
            && ParticipantId.TryParse(row.PartitionKey, out id);
    }

    private static string Place(TableEntity row) => $"{row.PartitionKey}/{row.RowKey}";

    private static string? After(string? place) => place?.Split('/', 2) is [string partition, string row]
        ? TableClient.CreateQueryFilter($"PartitionKey gt {partition} or (PartitionKey eq {partition} and RowKey gt {row})")
        : null;

    [LoggerMessage(LogLevel.Critical, "Row {Row} of {Partition} in the contact store can't be sealed anew. {Reason}")]
    private partial void LogUnreadable(string partition, string row, string reason);
}

/// <summary>What was done with a part of the contact store.</summary>
/// <param name="Rows">How many rows were looked at.</param>
/// <param name="Sealed">How many of them were sealed anew.</param>
/// <param name="Hashed">How many numbers and addresses were hashed anew.</param>
/// <param name="Unreadable">How many can't be opened; the log names the key of each.</param>
/// <param name="Next">Where the next part begins; null when this was the last.</param>
public sealed record RenewedPart(int Rows = 0, int Sealed = 0, int Hashed = 0, int Unreadable = 0, string? Next = null);
