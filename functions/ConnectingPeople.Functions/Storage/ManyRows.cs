using Azure;
using Azure.Data.Tables;
using ConnectingPeople.Domain.Participants;

namespace ConnectingPeople.Functions.Storage;

/// <summary>
/// Reads one row of each of many participants in few calls: of some, each by its keys; of many, in key ranges side by side, since
/// neighbours that weren't asked for cost less than a call for each.
/// </summary>
public static class ManyRows
{
    /// <summary>Up to how many are read each by its keys, unless somebody counts the calls.</summary>
    public const int OneByOne = 16;

    private const int Ranges = 8;

    /// <param name="table">Whose partitions are participants.</param>
    /// <param name="ids">Of whom.</param>
    /// <param name="rowKey">Which row of each.</param>
    /// <param name="columns">Null for all.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <param name="atMost">In how many calls, for those who count them.</param>
    /// <returns>The rows that exist, by participant.</returns>
    public static async Task<IReadOnlyDictionary<string, TableEntity>> ReadAsync(
        TableClient table, IEnumerable<ParticipantId> ids, string rowKey, IReadOnlyList<string>? columns, CancellationToken cancellation, int atMost = OneByOne)
    {
        int ranges = Math.Min(Ranges, atMost);
        string[] wanted = [.. ids.Select(id => id.Text).Distinct().Order(StringComparer.Ordinal)];
        IEnumerable<Task<IReadOnlyList<TableEntity>>> reads = wanted.Length <= atMost
            ? wanted.Select(id => OneAsync(table, id, rowKey, columns, cancellation))
            : wanted.Chunk((wanted.Length + ranges - 1) / ranges).Select(range => RangeAsync(table, range, rowKey, columns, cancellation));
        return (await Task.WhenAll(reads)).SelectMany(rows => rows).ToDictionary(row => row.PartitionKey);
    }

    /// <summary>All rows of many participants that a filter lets through, in key ranges side by side.</summary>
    /// <param name="table">Whose partitions are participants.</param>
    /// <param name="ids">Of whom.</param>
    /// <param name="filter">As <see cref="TableClient.CreateQueryFilter(FormattableString)"/> makes it.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<IReadOnlyList<TableEntity>> FindAsync(
        TableClient table, IEnumerable<ParticipantId> ids, string filter, CancellationToken cancellation)
    {
        string[] wanted = [.. ids.Select(id => id.Text).Distinct().Order(StringComparer.Ordinal)];
        return [.. (await Task.WhenAll(wanted.Chunk(Math.Max(1, (wanted.Length + Ranges - 1) / Ranges))
            .Select(range => FindAsync(table, range, filter, null, cancellation)))).SelectMany(rows => rows)];
    }

    private static async Task<IReadOnlyList<TableEntity>> OneAsync(
        TableClient table, string id, string rowKey, IReadOnlyList<string>? columns, CancellationToken cancellation)
    {
        NullableResponse<TableEntity> row = await table.GetEntityIfExistsAsync<TableEntity>(id, rowKey, columns, cancellation);
        return row.HasValue ? [row.Value!] : [];
    }

    private static Task<IReadOnlyList<TableEntity>> RangeAsync(
        TableClient table, string[] range, string rowKey, IReadOnlyList<string>? columns, CancellationToken cancellation) =>
        FindAsync(table, range, TableClient.CreateQueryFilter($"RowKey eq {rowKey}"), columns, cancellation);

    private static async Task<IReadOnlyList<TableEntity>> FindAsync(
        TableClient table, string[] range, string filter, IReadOnlyList<string>? columns, CancellationToken cancellation)
    {
        HashSet<string> wanted = [.. range];
        string keys = TableClient.CreateQueryFilter($"PartitionKey ge {range[0]} and PartitionKey le {range[^1]}");
        return await table.QueryAsync<TableEntity>($"{keys} and {filter}", select: columns, cancellationToken: cancellation)
            .Where(row => wanted.Contains(row.PartitionKey))
            .ToListAsync(cancellation);
    }
}
