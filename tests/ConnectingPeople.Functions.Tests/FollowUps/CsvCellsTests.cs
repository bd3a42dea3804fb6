using System.Text;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Functions.FollowUps;
using CsvHelper;

namespace ConnectingPeople.Functions.Tests.FollowUps;

public sealed class CsvCellsTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1,A2)", "\"'@SUM(A1,A2)\"")]
    [InlineData(" =1+1", "' =1+1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("tea\r\nand cake", "\"tea\r\nand cake\"")]
    [InlineData("-2", "-2")]
    [InlineData("-02", "'-02")]
    [InlineData("4", "4")]
    [InlineData("a, \"b\"", "\"a, \"\"b\"\"\"")]
    [InlineData("été", "été")]
    [InlineData(null, "")]
    public void Text_is_written_so_that_no_spreadsheet_runs_it(string? text, string expected)
    {
        Dataset<string?> dataset = new("d", [new IntegerColumn<string?>("n", "A number", _ => -7), new TextColumn<string?>("t", "A text", row => row)]);

        Assert.Equal($"n,t\r\n-7,{expected}\r\n", Write(dataset, text));
    }

    [Fact]
    public void Dates_are_ISO_8601_and_what_is_missing_is_empty()
    {
        Dataset<Instant?> dataset = new("d",
        [
            new InstantColumn<Instant?>("at", "A moment", row => row),
            new DateColumn<Instant?>("on", "A day", row => row?.InUtc().Date),
            new IntegerColumn<Instant?>("n", "A number", _ => null),
        ]);

        Assert.Equal("at,on,n\r\n2026-03-05T11:00:00Z,2026-03-05,\r\n", Write(dataset, Instant.FromUtc(2026, 3, 5, 11, 0) + Duration.FromMilliseconds(700)));
        Assert.Equal("at,on,n\r\n,,\r\n", Write(dataset, null));
    }

    [Theory]
    [InlineData("-0.594", "-0.594,false")]
    [InlineData("1.50", "1.50,true")]
    [InlineData(null, ",")]
    public void Numbers_keep_their_digits_and_yes_and_no_are_words(string? number, string expected)
    {
        decimal? value = number is null ? null : decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
        Dataset<decimal?> dataset = new("d",
            [new NumberColumn<decimal?>("n", "A number", row => row), new BooleanColumn<decimal?>("b", "More than none", row => row > 0 ? true : row is null ? null : false)]);

        Assert.Equal($"n,b\r\n{expected}\r\n", Write(dataset, value));
    }

    private static string Write<TRow>(Dataset<TRow> dataset, TRow row)
    {
        using MemoryStream bytes = new();
        using (CsvWriter csv = CsvCells.WriterTo(bytes))
        {
            csv.WriteHeader(dataset);
            csv.WriteRow(dataset, row);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
