using Azure;
using Azure.Data.Tables;
using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Alerts;

/// <summary>The trays of the staff, each one row beside who they are, with the time to look at it in a column.</summary>
public sealed class TrayStore(StorageClients clients, Study study)
{
    private const int MaxRaces = 20;
    private const string Row = "tray";

    /// <summary>Changes a tray: load, decide, save; decided again when another was quicker.</summary>
    /// <param name="email">Whose.</param>
    /// <param name="decide">From the tray as stored to what follows and the tray to store.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<T> ChangeAsync<T>(string email, Func<Tray, (Tray Tray, T Result)> decide, CancellationToken cancellation)
    {
        for (int races = 0; races < MaxRaces; races++)
        {
            NullableResponse<TableEntity> row = await clients.Staff.GetEntityIfExistsAsync<TableEntity>(email, Row, cancellationToken: cancellation);
            Tray before = row.HasValue ? TrayJson.Read(LongText.In(row.Value!)) : new Tray();
            (Tray after, T result) = decide(before);
            if (after == before || await SaveAsync(email, after, row.HasValue ? row.Value!.ETag : null, cancellation))
            {
                return result;
            }
        }

        throw new IOException($"A tray changed {MaxRaces} times while a change was tried.");
    }

    /// <summary>The addresses whose trays must be looked at by now.</summary>
    public async Task<IReadOnlyList<string>> DueAsync(Instant now, CancellationToken cancellation) => await clients.Staff
        .QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"RowKey eq {Row} and LookAt le {now.ToDateTimeOffset()}"), select: ["PartitionKey"], cancellationToken: cancellation)
        .Select(row => row.PartitionKey)
        .ToListAsync(cancellation);

    private async Task<bool> SaveAsync(string email, Tray tray, ETag? version, CancellationToken cancellation)
    {
        TableEntity row = LongText.PutInto(new TableEntity(email, Row), TrayJson.Write(tray));
        if (tray.LookAt(study.Alerts.GatherFor) is { } lookAt)
        {
            row["LookAt"] = lookAt.ToDateTimeOffset();
        }

        try
        {
            await (version is { } known
                ? clients.Staff.UpdateEntityAsync(row, known, TableUpdateMode.Replace, cancellation)
                : clients.Staff.AddEntityAsync(row, cancellation));
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return false;
        }
    }
}
