using ConnectingPeople.Domain.FollowUps;
using CsvHelper;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>
/// Writes datasets as CSV: RFC 4180 in UTF-8 without a byte order mark, dates in ISO 8601, nothing for what is missing, and no cell
/// that a spreadsheet would run.
/// </summary>
public static class CsvCells
{
    /// <summary>How moments are written: to the second, in UTC.</summary>
    public const string MomentFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static CsvWriter WriterTo(Stream stream) => CsvWriter.Create(stream, CsvWriterOptions.Default, leaveOpen: true);

    public static void WriteHeader<TRow>(this CsvWriter csv, Dataset<TRow> dataset)
    {
        foreach (Column<TRow> column in dataset.Columns)
        {
            csv.WriteField(column.Name);
        }

        csv.EndRecord();
    }

    public static void WriteRow<TRow>(this CsvWriter csv, Dataset<TRow> dataset, TRow row)
    {
        foreach (Column<TRow> column in dataset.Columns)
        {
            csv.WriteCell(column, row);
        }

        csv.EndRecord();
    }

    private static void WriteCell<TRow>(this CsvWriter csv, Column<TRow> column, TRow row)
    {
        switch (column)
        {
            case TextColumn<TRow> text:
                csv.WriteField(text.Of(row) is { } words ? Defusing.Of(words) : null);
                break;
            case IntegerColumn<TRow> number:
                csv.WriteField(number.Of(row));
                break;
            case NumberColumn<TRow> number:
                csv.WriteField(number.Of(row));
                break;
            case BooleanColumn<TRow> answer:
                csv.WriteField(answer.Of(row) switch { true => "true", false => "false", null => null });
                break;
            case DateColumn<TRow> day:
                csv.WriteField(day.Of(row)?.ToDateOnly());
                break;
            case InstantColumn<TRow> moment:
                csv.WriteField(moment.Of(row)?.ToDateTimeUtc(), MomentFormat);
                break;
            default:
                throw new InvalidOperationException($"Nobody said how a column of {column.Type} is written as CSV.");
        }
    }
}
