using ConnectingPeople.Domain.FollowUps;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>One file of a data package (Data Resource and Tabular Data Resource 1.0).</summary>
public sealed record DataResource(
    string Profile, string Name, string Path, string Title, string Format, string Mediatype, string? Encoding, CsvDialect? Dialect, long Bytes, string Hash, TableSchema Schema)
{
    public static DataResource Csv(IDataset dataset, ExportedFile file, IReadOnlyList<IDataset> all) => new(
        "tabular-data-resource",
        dataset.Name,
        file.Name,
        $"{dataset.Name} as CSV",
        "csv",
        "text/csv",
        "utf-8",
        CsvDialect.Rfc4180,
        file.Bytes,
        $"sha256:{file.Sha256}",
        TableSchema.Of(dataset, all, other => other.Name));

    /// <summary>The same rows, in a format that the standard doesn't know as tabular.</summary>
    public static DataResource Parquet(IDataset dataset, ExportedFile file, IReadOnlyList<IDataset> all) => new(
        "data-resource",
        ParquetName(dataset),
        file.Name,
        $"{dataset.Name} as Parquet",
        "parquet",
        "application/vnd.apache.parquet",
        null,
        null,
        file.Bytes,
        $"sha256:{file.Sha256}",
        TableSchema.Of(dataset, all, ParquetName));

    private static string ParquetName(IDataset dataset) => $"{dataset.Name}-parquet";
}

/// <summary>How CSV is written (CSV Dialect 1.2).</summary>
public sealed record CsvDialect(string Delimiter, string LineTerminator, string QuoteChar, bool DoubleQuote, bool Header, bool SkipInitialSpace, bool CaseSensitiveHeader)
{
    public static CsvDialect Rfc4180 { get; } = new(",", "\r\n", "\"", true, true, false, true);
}
