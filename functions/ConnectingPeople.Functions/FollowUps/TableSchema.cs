using ConnectingPeople.Domain.FollowUps;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>The columns of a file (Table Schema 1.0).</summary>
/// <param name="Fields">In their order.</param>
/// <param name="MissingValues">What stands for nothing: an empty cell.</param>
/// <param name="PrimaryKey">What tells the rows apart; null where two may be alike.</param>
/// <param name="ForeignKeys">Where rows are found that belong to these; null for nowhere.</param>
public sealed record TableSchema(
    IReadOnlyList<TableField> Fields, IReadOnlyList<string> MissingValues, IReadOnlyList<string>? PrimaryKey, IReadOnlyList<ForeignKey>? ForeignKeys)
{
    /// <param name="dataset">The dataset.</param>
    /// <param name="all">All of them, in their order.</param>
    /// <param name="resource">What a dataset's file is called in the package.</param>
    public static TableSchema Of(IDataset dataset, IReadOnlyList<IDataset> all, Func<IDataset, string> resource)
    {
        List<ForeignKey> references = [.. Referred(dataset, all).Select(other => new ForeignKey(other.Key, new ForeignKeyTarget(resource(other), other.Key)))];
        return new TableSchema(
            [.. dataset.Columns.Select(TableField.Of)], [""], dataset.Key.Count == 0 ? null : dataset.Key, references.Count == 0 ? null : references);
    }

    /// <summary>
    /// A dataset refers to those before it whose key it holds: answers to their check-in and their participant. Of several with one key
    /// the first is the one that says what it stands for.
    /// </summary>
    private static IEnumerable<IDataset> Referred(IDataset dataset, IReadOnlyList<IDataset> all) => all
        .TakeWhile(other => other.Name != dataset.Name)
        .Where(other => other.Key.Count > 0 && other.Key.All(key => dataset.Columns.Any(column => column.Name == key)))
        .DistinctBy(other => string.Join(' ', other.Key));
}

/// <summary>A column.</summary>
public sealed record TableField(string Name, string Type, string Format, string Title, string? Description, TableConstraints? Constraints)
{
    public static TableField Of(Column column) => new(
        column.Name,
        column.Type == "text" ? "string" : column.Type,
        "default",
        column.Label,
        Describe(column),
        TableConstraints.Of(column));

    private static string? Describe(Column column)
    {
        string?[] said =
        [
            column.Unit is null ? null : $"Unit: {column.Unit}.",
            column.Values is null || column.Codes is not null ? null : $"Values: {column.Values}.",
            column.Missing is null ? null : $"Empty: {column.Missing}.",
            column.Derivation is null ? null : $"How it came about: {column.Derivation}.",
        ];
        string description = string.Join(' ', said.OfType<string>());
        return description.Length == 0 ? null : description;
    }
}

/// <summary>What every cell of a column keeps to.</summary>
/// <param name="Required">Whether none is empty.</param>
/// <param name="Enum">The only values there are.</param>
public sealed record TableConstraints(bool? Required, IReadOnlyList<string>? Enum)
{
    /// <returns>Null when the codebook promises nothing.</returns>
    public static TableConstraints? Of(Column column) =>
        column is { Missing: not null, Codes: null } ? null : new TableConstraints(column.Missing is null ? true : null, column.Codes);
}

/// <summary>Columns whose values stand in another file, too.</summary>
public sealed record ForeignKey(IReadOnlyList<string> Fields, ForeignKeyTarget Reference);

/// <summary>Where they stand.</summary>
public sealed record ForeignKeyTarget(string Resource, IReadOnlyList<string> Fields);
