using DuckDB.NET.Data;

namespace ConnectingPeople.Functions.Tests.FollowUps;

/// <summary>DuckDB over the files of a snapshot, as an outside judge of what they hold. It knows of a column what the codebook says.</summary>
public sealed class Duck : IDisposable
{
    private readonly Snapshot snapshot;
    private readonly DuckDBConnection connection = new("DataSource=:memory:");

    public Duck(Snapshot snapshot)
    {
        this.snapshot = snapshot;
        connection.Open();
    }

    /// <summary>SQL for the rows of a CSV file, with the types of the codebook.</summary>
    public string Csv(string dataset) =>
        $"read_csv('{snapshot.PathTo($"{dataset}.csv")}', header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"', new_line = '\\r\\n', columns = {{{string.Join(", ", Types(dataset).Select(column => $"'{column.Name}': '{column.Type}'"))}}})";

    /// <summary>SQL for the rows of a Parquet file.</summary>
    public string Parquet(string dataset) => $"read_parquet('{snapshot.PathTo($"{dataset}.parquet")}')";

    public long Count(string sql) => (long)Ask($"select count(*) from ({sql})")[0][0];

    /// <summary>The rows that a query gives.</summary>
    public IReadOnlyList<object[]> Ask(string sql)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using DuckDBDataReader reader = command.ExecuteReader();
        List<object[]> rows = [];
        while (reader.Read())
        {
            object[] row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>The columns of a Parquet file with their types, as DuckDB sees them.</summary>
    public IEnumerable<(string Name, string Type)> TypesInParquet(string dataset) =>
        Ask($"select column_name, column_type from (describe select * from {Parquet(dataset)})").Select(row => ((string)row[0], (string)row[1]));

    /// <summary>The columns of a dataset with the types that the codebook's words mean in SQL.</summary>
    public IEnumerable<(string Name, string Type)> Types(string dataset) => snapshot.Rows("codebook").Where(row => row["file"] == dataset).Select(row => (row["column"], row["type"] switch
    {
        "text" => "VARCHAR",
        "integer" => "INTEGER",
        "number" => "DOUBLE",
        "boolean" => "BOOLEAN",
        "date" => "DATE",
        "datetime" => "TIMESTAMP WITH TIME ZONE",
        string other => throw new InvalidOperationException(other),
    }));

    public void Dispose() => connection.Dispose();
}
