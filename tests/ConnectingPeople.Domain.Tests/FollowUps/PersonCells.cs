using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Tests.FollowUps;

/// <summary>Every cell of every file that comes from one person.</summary>
/// <param name="rows">The person's rows.</param>
internal sealed class PersonCells(PersonRows rows) : IPersonDatasetUse<IEnumerable<PersonCells.OfFile>>
{
    /// <summary>One cell.</summary>
    internal sealed record OfFile(string File, Column Column, string Text);

    public static IEnumerable<OfFile> Of(ParticipantHistory person, Study study) =>
        PersonDatasets.Of(study).SelectMany(dataset => dataset.For(new PersonCells(new PersonRows(person, study))));

    public IEnumerable<OfFile> Of<TRow>(PersonDataset<TRow> dataset) =>
        from row in dataset.RowsOf(rows)
        from column in dataset.Dataset.Columns
        select new OfFile(dataset.Dataset.Name, column, column.Cell(row));
}
