using ConnectingPeople.Domain.FollowUps;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>A file in the making whose rows come from one person at a time.</summary>
/// <param name="csv">The file.</param>
/// <param name="rowsOf">One person's rows.</param>
public sealed class PersonFile<TRow>(CsvFile<TRow> csv, Func<PersonRows, IEnumerable<TRow>> rowsOf) : IPersonFile
{
    public ICsvFile Csv => csv;

    public IPersonPart Open(int part) => new PersonPart(csv.Open(part), rowsOf);

    private sealed class PersonPart(CsvPart<TRow> part, Func<PersonRows, IEnumerable<TRow>> rowsOf) : IPersonPart
    {
        public Task WriteAsync(PersonRows person, CancellationToken cancellation) => part.WriteAsync(rowsOf(person), cancellation);

        public Task EndAsync(CancellationToken cancellation) => part.EndAsync(cancellation);

        public ValueTask DisposeAsync() => part.DisposeAsync();
    }
}

/// <summary>A file of people in the making, whatever its rows are.</summary>
public interface IPersonFile
{
    ICsvFile Csv { get; }

    /// <summary>Begins one part, the first with the header.</summary>
    IPersonPart Open(int part);
}

/// <summary>Part of a file of people, whatever its rows are.</summary>
public interface IPersonPart : IAsyncDisposable
{
    Task WriteAsync(PersonRows person, CancellationToken cancellation);

    /// <inheritdoc cref="CsvPart{TRow}.EndAsync" />
    Task EndAsync(CancellationToken cancellation);
}
