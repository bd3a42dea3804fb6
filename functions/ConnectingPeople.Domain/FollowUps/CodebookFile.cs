using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.FollowUps;

using Text = TextColumn<CodebookRow>;

/// <summary>A column of a file, in words.</summary>
public sealed record CodebookRow(
    string File,
    string Column,
    string Type,
    string Label,
    string? Unit,
    string? Values,
    string? Missing,
    string? QuestionText,
    string? Instrument,
    string? Derivation);

/// <summary><c>codebook</c>: a row is a column of a file, in the order of the files and their columns.</summary>
public static class CodebookFile
{
    public static Dataset<CodebookRow> Dataset { get; } = new("codebook",
    [
        new Text("file", "The file", row => row.File),
        new Text("column", "The column", row => row.Column),
        new Text("type", "How its cells are written", row => row.Type)
        {
            Values = "text | integer | number (decimal point) | boolean (true or false) | date (ISO 8601) | datetime (ISO 8601, UTC, to the second)",
        },
        new Text("label", "What it holds", row => row.Label),
        new Text("unit", "What a number counts", row => row.Unit) { Missing = "nothing to say" },
        new Text("values", "The values it may have", row => row.Values) { Missing = "any" },
        new Text("missing", "What an empty cell means", row => row.Missing) { Missing = "no cell is empty" },
        new Text("question_text", "What people were asked, in the study's first language", row => row.QuestionText)
        {
            Missing = "it isn't an answer",
        },
        new Text("instrument", "Where the question comes from", row => row.Instrument) { Missing = "it isn't an answer" },
        new Text("derivation", "How it came about", row => row.Derivation) { Missing = "the label says it all" },
    ])
    {
        Key = ["file", "column"],
    };

    /// <summary>All files' columns.</summary>
    public static IReadOnlyList<CodebookRow> RowsOf(Study study) =>
        [.. FollowUpDatasets.Of(study).SelectMany(Describe)];

    private static IEnumerable<CodebookRow> Describe(IDataset dataset) => dataset.Columns.Select(column => new CodebookRow(
        dataset.Name,
        column.Name,
        column.Type,
        column.Label,
        column.Unit,
        column.Values,
        column.Missing,
        column.QuestionText,
        column.Instrument,
        Derivation(column)));

    private static string? Derivation(Column column) =>
        column is not { Type: "text", Values: null } ? column.Derivation
        : column.Derivation is null ? Defusing.InWords
        : $"{column.Derivation}; {Defusing.InWords}";
}
