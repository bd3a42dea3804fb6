using ConnectingPeople.Domain.FollowUps;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>What the files of an export are called, and what their endings mean.</summary>
public static class FileName
{
    public const string Manifest = "manifest.json";
    public const string DataPackage = "datapackage.json";
    public const string Report = "report.html";

    /// <summary>All files at once, made while they are read; no dataset's file can be called so.</summary>
    public const string All = "all.zip";

    public static string OfCsv(IDataset dataset) => dataset.Name + ".csv";

    public static string OfParquet(IDataset dataset) => dataset.Name + ".parquet";

    public static bool IsCsv(string name) => Path.GetExtension(name) == ".csv";

    /// <summary>Whether the file is compressed by its own format.</summary>
    public static bool IsParquet(string name) => Path.GetExtension(name) == ".parquet";

    public static string ContentType(string name) => Path.GetExtension(name) switch
    {
        ".csv" => "text/csv; charset=utf-8",
        ".parquet" => "application/vnd.apache.parquet",
        ".json" => "application/json",
        ".html" => "text/html; charset=utf-8",
        ".zip" => "application/zip",
        _ => throw new InvalidOperationException($"Nobody said what kind of file {name} is."),
    };
}
