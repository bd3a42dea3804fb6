using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using ConnectingPeople.Domain;
using ConnectingPeople.Domain.Agencies;
using NodaTime.Text;

namespace ConnectingPeople.Functions.Storage;

/// <summary>
/// What was said of agencies' fidelity, beside each agency: a row is one version of one assessment, and rows are only ever added,
/// so that what was known at any instant can be told for ever.
/// </summary>
public sealed class FidelityStore(StorageClients clients)
{
    /// <summary>The most rows that storage takes at once (Microsoft, "Performing entity group transactions").</summary>
    public const int MaxAtOnce = 100;

    private const string Prefix = "fidelity|";

    /// <summary>All versions of all assessments of an agency.</summary>
    public async Task<IReadOnlyList<FidelityAssessment>> HistoryAsync(string agency, CancellationToken cancellation) =>
        await RowsAsync(TableClient.CreateQueryFilter($" and PartitionKey eq {agency}"), cancellation).Select(ToAssessment).ToListAsync(cancellation);

    /// <summary>All versions of all assessments by agency; agencies without any aren't in it.</summary>
    public async Task<ILookup<string, FidelityAssessment>> AllAsync(CancellationToken cancellation)
    {
        List<TableEntity> rows = await RowsAsync("", cancellation).ToListAsync(cancellation);
        return rows.ToLookup(row => row.PartitionKey, ToAssessment);
    }

    /// <summary>Adds versions, all or none.</summary>
    /// <returns>False for a lost race: somebody else added one of these versions meanwhile.</returns>
    public async Task<bool> AddAsync(string agency, IReadOnlyList<FidelityAssessment> versions, CancellationToken cancellation)
    {
        try
        {
            await clients.Agencies.SubmitTransactionAsync(
                versions.Select(version => new TableTransactionAction(TableTransactionActionType.Add, Row(agency, version))), cancellation);
            return true;
        }
        catch (TableTransactionFailedException e) when (e.Status == 409)
        {
            return false;
        }
    }

    private AsyncPageable<TableEntity> RowsAsync(string more, CancellationToken cancellation) => clients.Agencies.QueryAsync<TableEntity>(
        TableClient.CreateQueryFilter($"RowKey ge {Prefix} and RowKey lt {"fidelity}"}") + more, cancellationToken: cancellation);

    private static TableEntity Row(string agency, FidelityAssessment version) => new(agency, $"{Prefix}{version.Id}|{version.Version:D6}")
    {
        ["On"] = LocalDatePattern.Iso.Format(version.On),
        ["Source"] = Words.Of(version.Source),
        ["Scores"] = JsonSerializer.Serialize(version.Scores),
        ["RecordedAt"] = version.RecordedAt.ToDateTimeOffset(),
        ["RecordedBy"] = version.RecordedBy,
    };

    private static FidelityAssessment ToAssessment(TableEntity row) => row.RowKey.Split('|') is [_, string id, string version]
        ? new FidelityAssessment
        {
            Id = id,
            Version = int.Parse(version, System.Globalization.CultureInfo.InvariantCulture),
            On = LocalDatePattern.Iso.Parse(row.GetString("On")).GetValueOrThrow(),
            Source = Enum.GetValues<FidelitySource>().Single(source => Words.Of(source) == row.GetString("Source")),
            Scores = JsonSerializer.Deserialize<Dictionary<string, int>>(row.GetString("Scores"))!,
            RecordedAt = Instant.FromDateTimeOffset(row.GetDateTimeOffset("RecordedAt")!.Value),
            RecordedBy = row.GetString("RecordedBy"),
        }
        : throw new FormatException($"{row.RowKey} of agency {row.PartitionKey} is no version of an assessment.");
}
