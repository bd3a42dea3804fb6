using System.Globalization;
using CsvHelper;
using NodaTime.Text;

namespace ConnectingPeople.Functions.FollowUps.Report;

/// <summary>One of an export's files, read row by row; a file that isn't there has none.</summary>
public sealed class CsvRows : IAsyncDisposable
{
    private static readonly CsvReaderOptions Options = new() { HasHeader = true, Separator = ',' };

    private readonly string name;
    private readonly CsvReader? csv;
    private long row;

    private CsvRows(string name, CsvReader? csv) => (this.name, this.csv) = (name, csv);

    /// <param name="open">Gives a file by its name; null where the export has no such file.</param>
    /// <param name="name">Such as <c>check_ins.csv</c>.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<CsvRows> OpenAsync(
        Func<string, CancellationToken, Task<Stream?>> open, string name, CancellationToken cancellation) =>
        new(name, await open(name, cancellation) is { } file ? CsvReader.Create(file, Options) : null);

    /// <returns>False behind the last row.</returns>
    public async ValueTask<bool> NextAsync(CancellationToken cancellation)
    {
        row++;
        return csv is not null && await csv.ReadAsync(cancellation);
    }

    /// <summary>A cell that every row must have.</summary>
    /// <exception cref="FormatException">It is empty.</exception>
    public string Text(string column) => TextOrNull(column) ?? throw new FormatException($"{name}, row {row}: {column} is empty.");

    /// <returns>Null for an empty cell, and where the file has no such column.</returns>
    public string? TextOrNull(string column) =>
        csv!.TryGetFieldIndex(column, out int index) && csv.GetString(index) is { Length: > 0 } text ? text : null;

    /// <summary>A whole number that every row must have.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public long Count(string column) =>
        long.TryParse(Text(column), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long count)
            ? count
            : throw Wrong(column, "a whole number");

    /// <returns>Null for an empty cell, and where the file has no such column.</returns>
    /// <exception cref="FormatException">It isn't empty, and no finite number.</exception>
    public double? NumberOrNull(string column) =>
        TextOrNull(column) is not { } text ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number
        : throw Wrong(column, "a number");

    /// <summary>The day of a moment, in UTC.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public LocalDate Day(string column) =>
        InstantPattern.General.Parse(Text(column)).TryGetValue(default, out Instant at)
            ? at.InUtc().Date
            : throw Wrong(column, "a moment such as 2026-03-05T11:00:00Z");

    public ValueTask DisposeAsync() => csv?.DisposeAsync() ?? ValueTask.CompletedTask;

    private FormatException Wrong(string column, string wanted) =>
        new($"{name}, row {row}: {column} is \"{TextOrNull(column)}\" and should be {wanted}.");
}
