namespace ConnectingPeople.Domain.FollowUps;

/// <summary>A column of a dataset in words.</summary>
/// <param name="Name">Unique in its dataset, in snake case.</param>
/// <param name="Label">What it holds, in a few words.</param>
public abstract record Column(string Name, string Label)
{
    /// <summary>The type's name in the codebook.</summary>
    public abstract string Type { get; }

    /// <summary>What a number counts; null where there is nothing to say.</summary>
    public string? Unit { get; init; }

    /// <summary>The only values it may have, whatever the study and however old the row; null where there are no such.</summary>
    public IReadOnlyList<string>? Codes { get; init; }

    /// <summary>The values it may have, or how they are written: its codes where it has any; null where any will do.</summary>
    public string? Values
    {
        get => field ?? (Codes is null ? null : string.Join(" | ", Codes));
        init;
    }

    /// <summary>What an empty cell means; null where none is empty.</summary>
    public string? Missing { get; init; }

    /// <summary>What people were asked.</summary>
    public string? QuestionText { get; init; }

    /// <summary>Where the question comes from.</summary>
    public string? Instrument { get; init; }

    /// <summary>How it came about, where the label doesn't say it all.</summary>
    public string? Derivation { get; init; }
}

/// <summary>A column of a dataset, said once: its header, its cells and its line of the codebook all come from here.</summary>
public abstract record Column<TRow>(string Name, string Label) : Column(Name, Label)
{
    /// <summary>The same column of rows that hold these.</summary>
    public Column<TOuter> Within<TOuter>(Func<TOuter, TRow> row) => Over(row) with
    {
        Unit = Unit,
        Codes = Codes,
        Values = Values,
        Missing = Missing,
        QuestionText = QuestionText,
        Instrument = Instrument,
        Derivation = Derivation,
    };

    protected abstract Column<TOuter> Over<TOuter>(Func<TOuter, TRow> row);
}

/// <summary>A column of words or codes.</summary>
public sealed record TextColumn<TRow>(string Name, string Label, Func<TRow, string?> Of) : Column<TRow>(Name, Label)
{
    public override string Type => "text";

    protected override Column<TOuter> Over<TOuter>(Func<TOuter, TRow> row) => new TextColumn<TOuter>(Name, Label, outer => Of(row(outer)));
}

/// <summary>A column of whole numbers.</summary>
public sealed record IntegerColumn<TRow>(string Name, string Label, Func<TRow, int?> Of) : Column<TRow>(Name, Label)
{
    public override string Type => "integer";

    protected override Column<TOuter> Over<TOuter>(Func<TOuter, TRow> row) => new IntegerColumn<TOuter>(Name, Label, outer => Of(row(outer)));
}

/// <summary>A column of numbers with a decimal point, rounded by whoever makes them.</summary>
public sealed record NumberColumn<TRow>(string Name, string Label, Func<TRow, decimal?> Of) : Column<TRow>(Name, Label)
{
    public override string Type => "number";

    protected override Column<TOuter> Over<TOuter>(Func<TOuter, TRow> row) => new NumberColumn<TOuter>(Name, Label, outer => Of(row(outer)));
}

/// <summary>A column of yes and no, as <c>true</c> and <c>false</c>.</summary>
public sealed record BooleanColumn<TRow>(string Name, string Label, Func<TRow, bool?> Of) : Column<TRow>(Name, Label)
{
    public override string Type => "boolean";

    protected override Column<TOuter> Over<TOuter>(Func<TOuter, TRow> row) => new BooleanColumn<TOuter>(Name, Label, outer => Of(row(outer)));
}

/// <summary>A column of days, ISO 8601.</summary>
public sealed record DateColumn<TRow>(string Name, string Label, Func<TRow, LocalDate?> Of) : Column<TRow>(Name, Label)
{
    public override string Type => "date";

    protected override Column<TOuter> Over<TOuter>(Func<TOuter, TRow> row) => new DateColumn<TOuter>(Name, Label, outer => Of(row(outer)));
}

/// <summary>A column of moments to the second, ISO 8601 in UTC.</summary>
public sealed record InstantColumn<TRow>(string Name, string Label, Func<TRow, Instant?> Of) : Column<TRow>(Name, Label)
{
    public override string Type => "datetime";

    protected override Column<TOuter> Over<TOuter>(Func<TOuter, TRow> row) => new InstantColumn<TOuter>(Name, Label, outer => Of(row(outer)));
}
