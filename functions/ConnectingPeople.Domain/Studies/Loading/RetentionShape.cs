namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>How long personal data is kept.</summary>
internal static class RetentionShape
{
    private static readonly Key<RetentionMode> Mode = Key.Required(
        "mode",
        Scalars.OneOf("report or delete", new Dictionary<string, RetentionMode> { ["report"] = RetentionMode.Report, ["delete"] = RetentionMode.Delete }),
        "delete what is over, or only report in the log what would be");
    private static readonly Key<Period> UnknownNumbers = Key.Required(
        "unknownNumbers", Durations.WholeDays, "how long messages of numbers that nobody is enrolled with are kept, such as P30D");
    private static readonly Key<Period> Words = Key.Required(
        "words", Durations.WholeDays, "how long messages, answers and notes in people's own words are kept, such as P2Y");
    private static readonly Key<Period> Identity = Key.Required(
        "identity", Durations.WholeDays, "how long name, number and address are kept after somebody left, such as P1Y");
    private static readonly Key<Period> Records = Key.Required(
        "records", Durations.WholeDays, "how long all else is kept after somebody left, such as P10Y");

    public static IShape<RetentionDefinition> Shape { get; } = new MapShape<RetentionDefinition>(
        "the retention", [Mode, UnknownNumbers, Words, Identity, Records], Make);

    private static RetentionDefinition Make(Fields fields)
    {
        RetentionDefinition retention = new(
            fields.Get(Mode),
            Read(fields, UnknownNumbers),
            Read(fields, Words),
            Read(fields, Identity),
            Read(fields, Records));
        if (fields.IsSound(Identity) && fields.IsSound(Records) && IsLonger(retention.Identity, retention.Records))
        {
            fields.Refuse(Records, "the record would go before the identity of the person it is about", "make it at least as long as identity");
        }

        return retention;
    }

    private static Period Read(Fields fields, Key<Period> key)
    {
        Period period = fields.Get(key) ?? Period.Zero;
        if (fields.IsSound(key) && !IsLonger(period, Period.Zero))
        {
            fields.Refuse(key, "nothing could be kept for no time at all", "write at least P1D");
        }

        return period;
    }

    private static bool IsLonger(Period one, Period other) => Day + one > Day + other;

    /// <summary>Any day will do: periods of months differ by a few days only.</summary>
    private static readonly LocalDate Day = new(2026, 1, 1);
}
