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

/// <summary>An export as callers see it.</summary>
/// <param name="Id">Names it.</param>
/// <param name="State">How far it has got.</param>
/// <param name="Percent">0 to 100.</param>
/// <param name="Rows">Rows written so far, of all files.</param>
/// <param name="CutOff">Nothing later is in it.</param>
/// <param name="Files">What can be downloaded; null until it is complete.</param>
public sealed record Export(
    string Id,
    ExportState State,
    int Percent,
    long Rows,
    Instant CutOff,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ExportedFile>? Files = null)
{
    [JsonIgnore]
    public bool IsUnderWay => State is ExportState.Queued or ExportState.Running;
}

/// <summary>How far an export has got, as stored beside its files. It only informs: a manifest is what makes an export complete.</summary>
public sealed record ExportStatus(string Id, ExportState State, int Percent, long Rows, Instant CutOff, Instant UpdatedAt);

/// <summary>What an export is made of. Written last: without it there is no export.</summary>
public sealed record ExportManifest(
    string Id,
    StudyVersion Study,
    SoftwareVersion Software,
    Instant CutOff,
    Instant CreatedAt,
    IReadOnlyList<ExportedFile> Files,
    IReadOnlyList<RowProblem> Problems);

/// <summary>Which definition the files were made with.</summary>
public sealed record StudyVersion(string Id, string Version);

/// <summary>Which version of this software made the files.</summary>
public sealed record SoftwareVersion(string Version);

/// <summary>A file of an export, as it is stored.</summary>
/// <param name="Name">With its ending.</param>
/// <param name="Rows">Without the header.</param>
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
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        };
        return options.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
    }
}
