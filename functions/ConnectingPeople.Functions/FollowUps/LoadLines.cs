using ConnectingPeople.Domain.FollowUps;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>The lines that load all datasets into R or Python, each column with its type.</summary>
public static class LoadLines
{
    public static string R(IReadOnlyList<IDataset> datasets) => Lines(
    [
        "library(arrow)",
        .. datasets.Select(dataset => $"{dataset.Name} <- read_parquet(\"{FileName.OfParquet(dataset)}\")"),
        "",
        "# The same from CSV:",
        "library(readr)",
        .. datasets.Select(dataset => $"{dataset.Name} <- read_csv(\"{FileName.OfCsv(dataset)}\", na = \"\", col_types = \"{string.Concat(dataset.Columns.Select(OfR))}\")"),
    ]);

    public static string Python(IReadOnlyList<IDataset> datasets) => Lines(
    [
        "import pandas as pd",
        .. datasets.Select(dataset => $"{dataset.Name} = pd.read_parquet(\"{FileName.OfParquet(dataset)}\")"),
        "",
        "# The same from CSV:",
        "def load(name, days, **types):",
        "    return pd.read_csv(f\"{name}.csv\", keep_default_na=False, na_values=[\"\"], parse_dates=days, dtype=types)",
        .. datasets.Select(OfPython),
    ]);

    internal static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private static char OfR(Column column) => column.Type switch
    {
        "integer" => 'i',
        "number" => 'd',
        "boolean" => 'l',
        "date" => 'D',
        "datetime" => 'T',
        _ => 'c',
    };

    private static string OfPython(IDataset dataset)
    {
        ILookup<bool, Column> columns = dataset.Columns.ToLookup(column => column.Type is "date" or "datetime");
        string days = string.Join(", ", columns[true].Select(column => $"\"{column.Name}\""));
        string types = string.Join(", ", columns[false].Select(column => $"{column.Name}=\"{OfPython(column)}\""));
        return $"{dataset.Name} = load(\"{dataset.Name}\", [{days}], {types})";
    }

    private static string OfPython(Column column) => column.Type switch
    {
        "integer" => "Int64",
        "number" => "Float64",
        "boolean" => "boolean",
        _ => "string",
    };
}
