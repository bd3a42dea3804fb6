using Azure;
using Azure.Data.Tables;
using ConnectingPeople.Functions.Participants;

namespace ConnectingPeople.Functions.Storage;

/// <summary>
/// Remembers on the rows of staff how email to them fares. Each stage has a column of its own that keeps the latest there was,
/// so that news may come in any order and number.
/// </summary>
public sealed class EmailHealth(StorageClients clients)
{
    private const string Row = "staff";
    private const string FailedAt = "EmailFailedAt";
    private const string FailedWhy = "EmailFailedWhy";
    private const string DeliveredAt = "EmailDeliveredAt";
    private const int MaxWhy = 500;
    private const int MaxRaces = 10;

    /// <summary>Whether the address was found not to work, and no email has arrived since.</summary>
    public static bool Fails(TableEntity row) =>
        row.GetDateTimeOffset(FailedAt) is { } failed && !(row.GetDateTimeOffset(DeliveredAt) > failed);

    /// <param name="email">A member of staff's address, in lower case. Nobody's is left alone.</param>
    /// <param name="failed">When the address was last found not to work, and why; null for no news of that.</param>
    /// <param name="delivered">When an email last arrived; null for no news of that.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="IOException">The row changed again and again meanwhile.</exception>
    public async Task NoteAsync(string email, (Instant At, string Why)? failed, Instant? delivered, CancellationToken cancellation)
    {
        if (!StaffEmail.IsOne(email))
        {
            return;
        }

        for (int races = 0; races < MaxRaces; races++)
        {
            NullableResponse<TableEntity> row = await clients.Staff.GetEntityIfExistsAsync<TableEntity>(email, Row, cancellationToken: cancellation);
            if (!row.HasValue || await TryAsync(row.Value!, News(row.Value!, failed, delivered), cancellation))
            {
                return;
            }
        }

        throw new IOException($"A member of staff's row changed {MaxRaces} times while news of their email was stored.");
    }

    private static TableEntity News(TableEntity row, (Instant At, string Why)? failed, Instant? delivered)
    {
        TableEntity news = new(row.PartitionKey, row.RowKey);
        if (failed is { } failure && IsLater(failure.At, row, FailedAt))
        {
            news[FailedAt] = failure.At.ToDateTimeUtc();
            news[FailedWhy] = failure.Why.Length > MaxWhy ? failure.Why[..MaxWhy] : failure.Why;
        }

        if (delivered is { } arrival && IsLater(arrival, row, DeliveredAt))
        {
            news[DeliveredAt] = arrival.ToDateTimeUtc();
        }

        return news;
    }

    private static bool IsLater(Instant at, TableEntity row, string column) =>
        row.GetDateTimeOffset(column) is not { } known || at > Instant.FromDateTimeOffset(known);

    /// <returns>False for a lost race.</returns>
    private async Task<bool> TryAsync(TableEntity row, TableEntity news, CancellationToken cancellation)
    {
        if (!news.ContainsKey(FailedAt) && !news.ContainsKey(DeliveredAt))
        {
            return true;
        }

        try
        {
            await clients.Staff.UpdateEntityAsync(news, row.ETag, TableUpdateMode.Merge, cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            return false;
        }
    }
}
