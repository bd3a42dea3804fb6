using System.Text.Json;
using System.Text.Json.Serialization;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>
/// What the datasets are, for tools: a Frictionless Data Package 1.0 (specs.frictionlessdata.io) with a Table Schema for each file. It
/// follows from the study definition and the files alone, so that it is the same for two exports of one cut-off. No licence is claimed.
/// </summary>
/// <param name="Profile">Which standard it keeps to.</param>
/// <param name="Name">The study's id.</param>
/// <param name="Title">The study's name.</param>
/// <param name="Description">What the files are, in a few sentences.</param>
/// <param name="Version">The study definition's.</param>
/// <param name="Created">The cut-off: nothing later is in the files.</param>
/// <param name="Simulated">Whether everybody in it is made up.</param>
/// <param name="Resources">Each CSV file, then each Parquet file.</param>
public sealed record DataPackage(
    string Profile, string Name, string Title, string Description, string Version, Instant Created, bool Simulated, IReadOnlyList<DataResource> Resources)
{
    private const string About =
        "Follow-up datasets of a study, pseudonymous: no names, numbers or addresses. Each dataset stands in a CSV and a Parquet file with the same rows. "
        + "The groups compared were not randomised. The codebook says what each column means.";

    private static readonly JsonSerializerOptions Options = new(ExportJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static DataPackage Of(Study study, Instant cutOff, IReadOnlyList<IDataset> datasets, IReadOnlyList<ExportedFile> tables)
    {
        Dictionary<string, ExportedFile> files = tables.ToDictionary(file => file.Name);
        return new DataPackage(
            "data-package",
            study.Id.ToLowerInvariant(),
            study.Name,
            study.IsSimulated ? $"SIMULATED: everybody in these files is made up. {About}" : About,
            study.Version,
            cutOff,
            study.IsSimulated,
            [
                .. datasets.Select(dataset => DataResource.Csv(dataset, files[FileName.OfCsv(dataset)], datasets)),
                .. datasets.Select(dataset => DataResource.Parquet(dataset, files[FileName.OfParquet(dataset)], datasets)),
            ]);
    }

    public Task WriteAsync(Stream stream, CancellationToken cancellation) =>
        JsonSerializer.SerializeAsync(stream, this, Options, cancellation);
}
