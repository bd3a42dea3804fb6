using System.Globalization;
using System.Text.Json.Nodes;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>A table from whole numbers to numbers, such as <c>{ 7: 7.00, 8: 9.51 }</c>.</summary>
/// <param name="noun">How errors call it, such as "a table".</param>
/// <param name="values">What a row may hold.</param>
internal sealed class RowsShape(string noun, IShape<decimal> values) : IShape<IReadOnlyDictionary<int, decimal>>
{
    public IReadOnlyDictionary<int, decimal> Read(Node node, Reading reading)
    {
        Dictionary<int, decimal> rows = [];
        foreach (Entry entry in Fields.Of(node, noun, reading)?.Node.Entries ?? [])
        {
            decimal value = values.Read(entry.Value, reading);
            if (!int.TryParse(entry.Key.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number))
            {
                reading.Refuse(entry.Key, $"{Words.Quote(entry.Key.Text)} isn't a whole number", "write one before the colon");
            }
            else if (!rows.TryAdd(number, value))
            {
                reading.Refuse(entry.Key, $"there is another row for {Text(number)}", "keep one of them");
            }
        }

        return rows;
    }

    public JsonObject Schema() => new()
    {
        ["type"] = "object",
        ["propertyNames"] = new JsonObject { ["pattern"] = "^-?[0-9]+$" },
        ["additionalProperties"] = values.Schema(),
    };

    /// <summary>Reports rows that are missing or never used.</summary>
    /// <param name="at">The table.</param>
    /// <param name="rows">As read.</param>
    /// <param name="least">The first row there must be.</param>
    /// <param name="most">The last.</param>
    /// <param name="what">What a row is for, such as "a raw score".</param>
    /// <param name="reading">Where it is reported.</param>
    public static void CheckComplete(Node at, IReadOnlyDictionary<int, decimal> rows, long least, long most, string what, Reading reading)
    {
        List<string> missing = [.. Range(least, most).Where(row => !rows.ContainsKey(row)).Take(6).Select(row => Text(row))];
        if (missing.Count > 0)
        {
            string list = missing.Count > 5 ? $"{string.Join(", ", missing.Take(5))} and more" : string.Join(", ", missing);
            reading.Refuse(at, $"{what} of {list} has no row", $"give every one from {Text(least)} to {Text(most)} a row");
        }

        foreach (int outside in rows.Keys.Where(row => row < least || row > most).Take(5))
        {
            reading.Refuse(at, $"{what} of {Text(outside)} never comes up", $"keep only rows from {Text(least)} to {Text(most)}");
        }
    }

    private static IEnumerable<int> Range(long least, long most)
    {
        for (long number = least; number <= most && number <= int.MaxValue; number++)
        {
            yield return (int)number;
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
