using Azure.Data.Tables;

namespace ConnectingPeople.Functions.Storage;

/// <summary>
/// A state in a row. A column holds 64 KiB at the most (Microsoft, "Understanding the Table service data model"), and a person who
/// writes at great length may fill more, so the text goes on in further columns. A row holds 1 MiB.
/// </summary>
public static class LongText
{
    /// <summary>How many UTF-16 code units a column takes.</summary>
    private const int MaxLength = 32_768;

    /// <summary>The columns in their order; most rows have the first alone.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["State", .. Enumerable.Range(2, 15).Select(n => $"State{n}")];

    public static TableEntity PutInto(TableEntity row, string text)
    {
        int from = 0;
        for (int column = 0; from < text.Length; column++)
        {
            int length = Math.Min(MaxLength, text.Length - from);
            if (char.IsHighSurrogate(text[from + length - 1]))
            {
                length--;
            }

            row[Columns[column]] = text.Substring(from, length);
            from += length;
        }

        return row;
    }

    public static string In(TableEntity row) =>
        row.ContainsKey(Columns[1]) ? string.Concat(Columns.Select(row.GetString)) : row.GetString(Columns[0]);
}
