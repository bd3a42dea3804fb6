using System.Globalization;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>How the page of snapshots says what it shows.</summary>
public static class ExportWords
{
    private static readonly string[] Units = ["KB", "MB", "GB"];

    /// <summary>Such as <c>12,345 rows</c>.</summary>
    public static string Rows(long rows) => rows == 1 ? "1 row" : $"{Number(rows)} rows";

    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Such as <c>1.4 MB</c>, in thousands as file managers count; never less than 1 KB.</summary>
    public static string Size(long bytes)
    {
        double size = Math.Max(bytes / 1000.0, 1);
        int unit = 0;
        for (; size >= 1000 && unit < Units.Length - 1; unit++)
        {
            size /= 1000;
        }

        return $"{size.ToString(size < 10 && unit > 0 ? "0.0" : "0", CultureInfo.InvariantCulture)} {Units[unit]}";
    }

    /// <summary>What is being done, and with which rows.</summary>
    public static string Doing(Export export) => export.Stage switch
    {
        null => "Waiting to begin.",
        ExportStage.Scan => $"Reading participants: {Rows(export.Rows)} so far.",
        ExportStage.Parquet => $"Writing {Rows(export.Rows)} again as Parquet.",
        _ => "Writing the data package, the report and the manifest.",
    };
}
