using Azure.Data.Tables;

namespace ConnectingPeople.Functions.Alerts;

/// <summary>An alert as the API shows it.</summary>
public sealed record AlertItem(
    string Id, string ParticipantId, string Rule, string Severity, string State, DateTimeOffset? RaisedAt, string Summary,
    DateTimeOffset? AcknowledgedAt, string? AcknowledgedBy, DateTimeOffset? ResolvedAt, string? ResolvedBy)
{
    public static AlertItem Of(TableEntity row) => new(
        $"{row.PartitionKey}:{row.RowKey[AlertStore.Prefix.Length..]}",
        row.PartitionKey,
        row.GetString("Rule"),
        row.GetString("Severity").ToLowerInvariant(),
        row.GetString("State"),
        row.GetDateTimeOffset("RaisedAt"),
        row.GetString("Summary"),
        row.GetDateTimeOffset("AcknowledgedAt"),
        row.GetString("AcknowledgedBy"),
        row.GetDateTimeOffset("ResolvedAt"),
        row.GetString("ResolvedBy"));
}
