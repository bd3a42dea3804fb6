using Azure;
using Azure.Data.Tables;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Alerts;

/// <summary>The alert rows of participants.</summary>
public sealed class AlertStore(StorageClients clients)
{
    /// <summary>Begins the row key of every alert.</summary>
    public const string Prefix = "alert|";

    /// <summary>A person's alerts.</summary>
    public AsyncPageable<TableEntity> OfAsync(ParticipantId id, CancellationToken cancellation) => clients.Participants.QueryAsync<TableEntity>(
        TableClient.CreateQueryFilter($"PartitionKey eq {id.Text} and RowKey ge {Prefix} and RowKey lt {"alert}"}"), cancellationToken: cancellation);

    /// <summary>One alert.</summary>
    public async Task<TableEntity?> FindAsync(ParticipantId id, string alert, CancellationToken cancellation)
    {
        NullableResponse<TableEntity> row = await clients.Participants.GetEntityIfExistsAsync<TableEntity>(
            id.Text, Prefix + alert, cancellationToken: cancellation);
        return row.HasValue ? row.Value : null;
    }

    /// <summary>Stores who did what when.</summary>
    /// <returns>False when somebody was quicker.</returns>
    public async Task<bool> MoveAsync(TableEntity row, string state, string by, Instant at, CancellationToken cancellation)
    {
        string column = $"{char.ToUpperInvariant(state[0])}{state[1..]}";
        row["State"] = state;
        row[$"{column}At"] = at.ToDateTimeOffset();
        row[$"{column}By"] = by;
        try
        {
            await clients.Participants.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 412)
        {
            return false;
        }
    }
}
