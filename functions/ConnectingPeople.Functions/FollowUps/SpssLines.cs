using ConnectingPeople.Domain.FollowUps;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>The lines that make SPSS's own file of each dataset. Moments are read as text and stand as numbers beside it.</summary>
public static class SpssLines
{
    public static string Of(IReadOnlyList<IDataset> datasets) => LoadLines.Lines(datasets.SelectMany(Of));

    private static IEnumerable<string> Of(IDataset dataset) =>
    [
        $"GET DATA /TYPE=TXT /FILE=\"{FileName.OfCsv(dataset)}\" /ENCODING=\"UTF8\" /ARRANGEMENT=DELIMITED /DELIMITERS=\",\" /QUALIFIER='\"' /FIRSTCASE=2",
        $"  /VARIABLES={string.Join(' ', dataset.Columns.Select(column => $"{column.Name} {Format(column)}"))}.",
        "ALTER TYPE ALL (A=AMIN).",
        .. dataset.Columns.Where(column => column.Type == "datetime").SelectMany(Moment),
        $"SAVE OUTFILE=\"{dataset.Name}.sav\".",
        "",
    ];

    private static IEnumerable<string> Moment(Column column) =>
    [
        $"COMPUTE {column.Name}_t = NUMBER(REPLACE(CHAR.SUBSTR({column.Name}, 1, 19), \"T\", \" \"), YMDHMS19).",
        $"FORMATS {column.Name}_t (YMDHMS19).",
    ];

    private static string Format(Column column) => column.Type switch
    {
        "integer" => "F8.0",
        "number" => "F12.6",
        "boolean" => "A5",
        "date" => "SDATE10",
        "datetime" => "A20",
        _ => "A2000",
    };
}
