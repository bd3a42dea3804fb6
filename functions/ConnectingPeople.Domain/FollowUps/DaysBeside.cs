namespace ConnectingPeople.Domain.FollowUps;

/// <summary>Puts beside each date of a dataset how many days after the person's enrolment it lies.</summary>
internal sealed class DaysBeside : IPersonDatasetUse<IPersonDataset>
{
    public IPersonDataset Of<TRow>(PersonDataset<TRow> dataset)
    {
        IEnumerable<Column<Dated<TRow>>> columns = dataset.Dataset.Columns.SelectMany(WithDay);
        return new PersonDataset<Dated<TRow>>(
            new Dataset<Dated<TRow>>(dataset.Dataset.Name, [.. columns]) { Key = dataset.Dataset.Key },
            rows => dataset.RowsOf(rows).Select(row => new Dated<TRow>(row, rows.Person)));
    }

    private static IEnumerable<Column<Dated<TRow>>> WithDay<TRow>(Column<TRow> column)
    {
        yield return column.Within<Dated<TRow>>(dated => dated.Row);
        if (Day(column) is { } day)
        {
            yield return new IntegerColumn<Dated<TRow>>(
                $"{column.Name}_day", $"{column.Name} in days since enrolment", row => Since(row.Of, day(row)))
            {
                Unit = "days",
                Missing = column.Missing,
                Derivation = "days from enrolled_on, which is day 0, in the participant's time zone; negative before",
            };
        }
    }

    private static Func<Dated<TRow>, LocalDate?>? Day<TRow>(Column<TRow> column) => column switch
    {
        DateColumn<TRow> date => dated => date.Of(dated.Row),
        InstantColumn<TRow> moment => dated => moment.Of(dated.Row) is { } at ? dated.Of.DayOf(at) : null,
        _ => null,
    };

    private static int? Since(ParticipantHistory person, LocalDate? day) => day is { } known ? Period.DaysBetween(person.EnrolledOn, known) : null;
}

/// <summary>A row with the person whose enrolment its days count from.</summary>
internal readonly record struct Dated<TRow>(TRow Row, ParticipantHistory Of);
