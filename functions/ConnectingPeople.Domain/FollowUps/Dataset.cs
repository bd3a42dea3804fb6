namespace ConnectingPeople.Domain.FollowUps;

/// <summary>One of the follow-up datasets, whatever its rows are.</summary>
public interface IDataset
{
    /// <summary>Such as <c>check_ins</c>; the file's name without its ending.</summary>
    string Name { get; }

    /// <summary>In their order, at least one.</summary>
    IReadOnlyList<Column> Columns { get; }

    /// <summary>The columns that tell each row from all others, in their order; none where two rows may be alike.</summary>
    IReadOnlyList<string> Key { get; }
}

/// <summary>One of the follow-up datasets: what it is called, and its columns in their order.</summary>
/// <param name="Name">Such as <c>check_ins</c>; the file's name without its ending.</param>
/// <param name="Columns">At least one.</param>
public sealed record Dataset<TRow>(string Name, IReadOnlyList<Column<TRow>> Columns) : IDataset
{
    public IReadOnlyList<string> Key { get; init; } = [];

    IReadOnlyList<Column> IDataset.Columns => Columns;
}
