using Azure.Data.Tables;

namespace ConnectingPeople.Functions.Privacy;

/// <summary>
/// Writes and reads the cells of the contact store that tell who somebody is. Each is bound to its place by partition, row and
/// column, so that a cell which somebody moves to another row doesn't open there.
/// </summary>
public sealed partial class ContactCells(ContactKeyRing keys, ILogger<ContactCells> log)
{
    /// <summary>The columns that are sealed, whatever row they stand in.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["Name", "Phone", "Email", "FirstName", "Number", "Text"];

    /// <summary>Puts a text into a row, sealed; null leaves the cell empty.</summary>
    public void Put(TableEntity row, string column, string? text) => row[column] = text is null ? null : keys.Seal(text, Place(row, column));

    /// <returns>Null for an empty cell.</returns>
    /// <exception cref="UnreadableContactException">It can't be opened.</exception>
    public string? Read(TableEntity row, string column) => row.GetString(column) is { } stored ? keys.Open(stored, Place(row, column)) : null;

    /// <summary>The same where something can be done without it: that it can't be opened is logged for somebody to mend.</summary>
    /// <returns>Null for an empty cell, too.</returns>
    public string? ReadIfPossible(TableEntity row, string column)
    {
        try
        {
            return Read(row, column);
        }
        catch (UnreadableContactException e)
        {
            Report(e, row.PartitionKey);
            return null;
        }
    }

    /// <summary>Tells whoever looks after the app that a contact can't be read.</summary>
    /// <param name="e">Names the key.</param>
    /// <param name="whose">A pseudonym, or a hash.</param>
    public void Report(UnreadableContactException e, string whose) => LogUnreadable(whose, e.Key, e.Message);

    /// <summary>The row with all that isn't sealed with the present key sealed anew.</summary>
    /// <returns>Null when there is nothing to do.</returns>
    /// <exception cref="UnreadableContactException">A cell can't be opened.</exception>
    public TableEntity? Renewed(TableEntity row)
    {
        string[] old = [.. Columns.Where(column => row.GetString(column) is { } stored && !keys.IsCurrent(stored))];
        if (old.Length == 0)
        {
            return null;
        }

        TableEntity renewed = new(row.PartitionKey, row.RowKey) { ETag = row.ETag };
        foreach (string column in old)
        {
            Put(renewed, column, Read(row, column));
        }

        return renewed;
    }

    /// <summary>Keys of rows hold no line breaks, so no two places look alike.</summary>
    private static string Place(TableEntity row, string column) => $"contacts\n{row.PartitionKey}\n{row.RowKey}\n{column}";

    [LoggerMessage(LogLevel.Critical, "The contact of {Whose} can't be read (key {Key}), so nothing can be sent there. {Reason}")]
    private partial void LogUnreadable(string whose, string key, string reason);
}
