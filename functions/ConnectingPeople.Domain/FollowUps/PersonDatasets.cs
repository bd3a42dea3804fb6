using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.FollowUps;

/// <summary>The datasets whose rows come from one person at a time. Whoever adds one adds a line here; files and codebook follow.</summary>
public static class PersonDatasets
{
    /// <summary>In the order of the codebook and the manifest.</summary>
    public static IReadOnlyList<IPersonDataset> Of(Study study) => study.Exports.Dates == ExportDates.Relative
        ? [.. AsDefined(study).Select(dataset => dataset.For(new DaysBeside()))]
        : AsDefined(study);

    private static IReadOnlyList<IPersonDataset> AsDefined(Study study) =>
    [
        new PersonDataset<ParticipantHistory>(ParticipantsFile.Dataset, rows => [rows.Person]),
        new PersonDataset<CheckInRow>(CheckInsFile.DatasetOf(study), rows => rows.CheckIns),
        new PersonDataset<AnswerRow>(AnswersFile.DatasetOf(study), rows => AnswersFile.WithOverridden(rows.Answers)),
        new PersonDataset<FollowUpRow>(FollowUpFile.DatasetOf(study), rows => [FollowUpFile.RowOf(rows.Person, study)]),
        new PersonDataset<GoalRow>(GoalsFile.DatasetOf(study), rows => GoalsFile.RowsOf(rows.Person, rows.Answers)),
        new PersonDataset<ContactRow>(SocialContactsFile.DatasetOf(study), rows => SocialContactsFile.RowsOf(rows, study)),
        new PersonDataset<AnswerRow>(FreeTextFile.DatasetOf(study), rows => FreeTextFile.RowsOf(rows.Answers, study)),
        new PersonDataset<AlertRow>(AlertsFile.DatasetOf(study), rows => AlertsFile.RowsOf(rows.Person)),
    ];
}

/// <summary>A dataset, and how its rows come from a person's.</summary>
/// <param name="Dataset">Its name and columns.</param>
/// <param name="RowsOf">One person's rows, in the order of the file.</param>
public sealed record PersonDataset<TRow>(Dataset<TRow> Dataset, Func<PersonRows, IEnumerable<TRow>> RowsOf) : IPersonDataset
{
    IDataset IPersonDataset.Dataset => Dataset;

    public TResult For<TResult>(IPersonDatasetUse<TResult> use) => use.Of(this);
}

/// <summary>A dataset of people, whatever its rows are.</summary>
public interface IPersonDataset
{
    IDataset Dataset { get; }

    /// <summary>Puts it to a use that has to know what its rows are.</summary>
    TResult For<TResult>(IPersonDatasetUse<TResult> use);
}

/// <summary>What can be done with a dataset of people, whatever its rows are.</summary>
public interface IPersonDatasetUse<out TResult>
{
    TResult Of<TRow>(PersonDataset<TRow> dataset);
}
