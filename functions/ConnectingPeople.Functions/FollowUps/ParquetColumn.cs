using System.Globalization;
using ConnectingPeople.Domain.FollowUps;
using CsvHelper;
using Parquet;
using Parquet.Schema;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>A column of a Parquet file with those of its cells that haven't been written yet. An empty cell is null.</summary>
internal abstract class ParquetColumn(DataField definition)
{
    public DataField Field => definition;

    /// <summary>The column as analysts' tools know it: moments with their zone, numbers as floating point.</summary>
    public static ParquetColumn Of(Column column) => column.Type switch
    {
        "text" => new Texts(new DataField<string>(column.Name, nullable: true)),
        "integer" => new Values<int>(new DataField<int>(column.Name, nullable: true), (csv, place) => csv.Parse<int>(place, CultureInfo.InvariantCulture)),
        "number" => new Values<double>(new DataField<double>(column.Name, nullable: true), (csv, place) => csv.Parse<double>(place, CultureInfo.InvariantCulture)),
        "boolean" => new Values<bool>(new DataField<bool>(column.Name, nullable: true), (csv, place) => csv.GetSpan(place).SequenceEqual("true"u8)),
        "date" => new Values<DateOnly>(new DataField<DateOnly>(column.Name, nullable: true), (csv, place) => csv.Parse<DateOnly>(place, CultureInfo.InvariantCulture)),
        "datetime" => new Values<DateTime>(
            new DateTimeDataField(column.Name, DateTimeFormat.Timestamp, isAdjustedToUTC: true, DateTimeTimeUnit.Micros, isNullable: true),
            (csv, place) => DateTime.SpecifyKind(csv.ParseExact<DateTime>(place, CsvCells.MomentFormat), DateTimeKind.Utc)),
        _ => throw new InvalidOperationException($"Nobody said how a column of {column.Type} is written as Parquet."),
    };

    /// <summary>Takes the cell from the row that the reader stands at.</summary>
    public abstract void Take(CsvReader csv, int place);

    /// <summary>Writes the cells taken, and lets go of them.</summary>
    public abstract Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellation);

    private sealed class Texts(DataField definition) : ParquetColumn(definition)
    {
        private readonly List<string?> cells = [];

        public override void Take(CsvReader csv, int place) => cells.Add(csv.IsEmpty(place) ? null : csv.GetString(place));

        public override async Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellation)
        {
            await group.WriteAsync(Field, cells!);
            cells.Clear();
        }
    }

    private sealed class Values<T>(DataField definition, Func<CsvReader, int, T> parse) : ParquetColumn(definition)
        where T : struct
    {
        private readonly List<T?> cells = [];

        public override void Take(CsvReader csv, int place) => cells.Add(csv.IsEmpty(place) ? null : parse(csv, place));

        public override async Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellation)
        {
            await group.WriteAsync<T>(Field, cells.ToArray(), cancellationToken: cancellation);
            cells.Clear();
        }
    }
}
