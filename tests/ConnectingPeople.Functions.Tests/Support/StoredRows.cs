using Azure.Data.Tables;

namespace ConnectingPeople.Functions.Tests.Support;

/// <summary>All that the tables hold, to compare before and after.</summary>
public static class StoredRows
{
    /// <summary>Every row of every table with its version.</summary>
    public static async Task<IReadOnlyList<string>> RowsAsync(this App app)
    {
        List<string> rows = [];
        foreach (TableClient table in (TableClient[])[app.Storage.Participants, app.Storage.Contacts, app.Storage.Agenda, app.Storage.Agencies, app.Storage.Staff])
        {
            await foreach (TableEntity row in table.QueryAsync<TableEntity>())
            {
                rows.Add($"{table.Name} {row.PartitionKey} {row.RowKey} {row.ETag}");
            }
        }

        return rows;
    }

    /// <summary>One person's rows whose key begins so.</summary>
    public static async Task<List<TableEntity>> RowsOfAsync(this App app, string id, string kind) =>
        await app.Storage.Participants.QueryAsync<TableEntity>(row => row.PartitionKey == id)
            .Where(row => row.RowKey.StartsWith(kind, StringComparison.Ordinal)).ToListAsync();
}
