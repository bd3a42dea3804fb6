using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Privacy;

/// <summary>A table's row as JSON: every column, a state as the document that it is.</summary>
public static class StoredRow
{
    private static readonly string[] Technical = ["odata.etag", "Timestamp", "PartitionKey", "RowKey"];

    /// <param name="row">As stored.</param>
    /// <param name="open">Opens a cell that is sealed; null where none is.</param>
    public static JsonObject ToJson(TableEntity row, Func<TableEntity, string, string?>? open = null)
    {
        JsonObject json = [];
        foreach ((string column, object value) in row.Where(cell => !Technical.Contains(cell.Key) && !LongText.Columns.Contains(cell.Key) && cell.Value is not null))
        {
            json[column] = value switch
            {
                string when open is not null && ContactCells.Columns.Contains(column) => open(row, column),
                string text => text,
                bool flag => flag,
                int number => number,
                long number => number,
                double number => number,
                DateTimeOffset at => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", System.Globalization.CultureInfo.InvariantCulture),
                _ => value.ToString(),
            };
        }

        if (row.ContainsKey(LongText.Columns[0]))
        {
            json[LongText.Columns[0]] = Document(LongText.In(row));
        }

        return json;
    }

    private static JsonNode? Document(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
