using System.Globalization;
using DuckDB.NET.Data;

namespace ConnectingPeople.Functions.Tests.FollowUps.Report;

/// <summary>Asks DuckDB about the files of an export, as a researcher would: an outside judge of a report's figures.</summary>
internal sealed class Sql : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("report-");
    private readonly DuckDBConnection connection = new("DataSource=:memory:");

    public Sql(IReadOnlyDictionary<string, string> files)
    {
        connection.Open();
        foreach ((string name, string text) in files)
        {
            string path = Path.Combine(folder.FullName, name);
            File.WriteAllText(path, text);
            Run($"create view {Path.GetFileNameWithoutExtension(name)} as select * from read_csv('{path}', header = true, nullstr = '')");
        }
    }

    /// <summary>The rows, each cell as text.</summary>
    public IReadOnlyList<string[]> Rows(string query)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = query;
        using DuckDBDataReader reader = command.ExecuteReader();
        List<string[]> rows = [];
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(at => Convert.ToString(reader.GetValue(at), CultureInfo.InvariantCulture) ?? "")]);
        }

        return rows;
    }

    /// <summary>A number for each name.</summary>
    public Dictionary<string, double> Numbers(string query) =>
        Rows(query).ToDictionary(row => string.Join('|', row[..^1]), row => double.Parse(row[^1], CultureInfo.InvariantCulture));

    public void Dispose()
    {
        connection.Dispose();
        folder.Delete(recursive: true);
    }

    private void Run(string statement)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
