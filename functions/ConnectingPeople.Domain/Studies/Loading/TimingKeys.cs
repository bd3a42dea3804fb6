namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>What check-ins and waves have in common: when they go, remind and close.</summary>
internal static class TimingKeys
{
    public static Key<string> Questionnaire { get; } = Key.Required("questionnaire", Scalars.Id, "which of the questionnaires it asks");

    public static Key<IReadOnlyList<Period?>> RemindAfter { get; } = Key.Optional(
        "remindAfter", new ListShape<Period>("a list of durations", Durations.Exact, orOne: true), [],
        "how long after the last word each reminder goes, rising; one duration or a list; none unless given");

    /// <summary>The id of a questionnaire that exists.</summary>
    public static string QuestionnaireOf(Fields fields)
    {
        string id = fields.Get(Questionnaire) ?? "";
        if (id.Length > 0 && fields.Reading.Questionnaires?.Contains(id) == false)
        {
            fields.Refuse(Questionnaire, $"there is no questionnaire '{id}'", Words.Suggest(id, fields.Reading.Questionnaires));
        }

        return id;
    }

    /// <summary>Reminders that rise and end before it closes.</summary>
    public static IReadOnlyList<Period> RemindersOf(Fields fields, Period? closeAfter)
    {
        List<Period> reminders = fields.List(RemindAfter);
        List<Duration> lengths = [.. reminders.Select(Durations.Length)];
        if (lengths.Zip(lengths.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            fields.Refuse(RemindAfter, "each reminder must come later than the one before", "order them from the shortest to the longest");
        }

        if (closeAfter is not null && lengths.Any(length => length >= Durations.Length(closeAfter)))
        {
            fields.Refuse(RemindAfter, $"a reminder comes only when it has closed, after {closeAfter}", "remind earlier or close later");
        }

        return reminders;
    }
}
