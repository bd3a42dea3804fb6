using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Serialization.SystemTextJson;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>How far an export has got.</summary>
public enum ExportState
{
    Queued,
    Running,
    Complete,
    Failed,
}

/// <summary>What is being done for an export that is under way, in the order in which it is done.</summary>
public enum ExportStage
{
    /// <summary>Participants are read, and their rows written as CSV.</summary>
    Scan,

    /// <summary>The CSV files are written again as Parquet.</summary>
    Parquet,

    /// <summary>Data package, report and manifest are written.</summary>
    Publish,
}

/// <summary>An export as callers see it.</summary>
/// <param name="Id">Names it.</param>
/// <param name="State">How far it has got.</param>
/// <param name="Percent">0 to 100.</param>
/// <param name="Rows">Rows written so far, of all datasets.</param>
/// <param name="CutOff">Nothing later is in it.</param>
/// <param name="Stage">What is being done; null unless it is running.</param>
/// <param name="Files">What can be downloaded; null until it is complete.</param>
public sealed record Export(
    string Id,
    ExportState State,
    int Percent,
    long Rows,
    Instant CutOff,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ExportStage? Stage = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ExportedFile>? Files = null)
{
    [JsonIgnore]
    public bool IsUnderWay => State is ExportState.Queued or ExportState.Running;
}

/// <summary>How far an export has got, as stored beside its files. It only informs: a manifest is what makes an export complete.</summary>
public sealed record ExportStatus(
    string Id, ExportState State, int Percent, long Rows, Instant CutOff, Instant UpdatedAt, ExportStage Stage = ExportStage.Scan);

/// <summary>What an export is made of. Written last: without it there is no export.</summary>
public sealed record ExportManifest(
    string Id,
    StudyVersion Study,
    SoftwareVersion Software,
    Instant CutOff,
    Instant CreatedAt,
    IReadOnlyList<ExportedFile> Files,
    IReadOnlyList<RowProblem> Problems)
{
    /// <summary>The rows of all datasets, each counted once though it stands in two files.</summary>
    public long Rows() => Files.Where(file => FileName.IsCsv(file.Name)).Sum(file => file.Rows);
}

/// <summary>Which definition the files were made with.</summary>
public sealed record StudyVersion(string Id, string Version);

/// <summary>Which version of this software made the files.</summary>
public sealed record SoftwareVersion(string Version)
{
    public static SoftwareVersion Running { get; } = new(
        typeof(SoftwareVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0]);
}

/// <summary>A file of an export, as it is stored.</summary>
/// <param name="Name">With its ending.</param>
/// <param name="Rows">Without the header; 0 for what is no dataset.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">In lower-case hexadecimal.</param>
public sealed record ExportedFile(string Name, long Rows, long Bytes, string Sha256);

/// <summary>A stored row that couldn't be read and was left out.</summary>
public sealed record RowProblem(string ParticipantId, string RowKey, string Reason);

/// <summary>How all this is written down.</summary>
public static class ExportJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        JsonSerializerOptions options = new(JsonSerializerDefaults.Web)
        {
            WriteIndented = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        };
        return options.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
    }
}
