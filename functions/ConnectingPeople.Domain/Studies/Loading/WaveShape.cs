namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>A measurement at one point of everybody's time in the study.</summary>
internal static class WaveShape
{
    private static readonly IReadOnlyDictionary<string, WaveAsking> Ways =
        new Dictionary<string, WaveAsking> { ["interview"] = WaveAsking.Interview, ["sms"] = WaveAsking.Sms };

    /// <summary>Every day of a leap year, because months have different lengths.</summary>
    private static readonly IReadOnlyList<LocalDate> Enrolments = [.. Enumerable.Range(0, 366).Select(new LocalDate(2024, 1, 1).PlusDays)];

    private static readonly Key<string> Id = Key.Required("id", Scalars.Id, "names the wave in datasets; begins the id of its check-in");
    private static readonly Key<Period> Due = Key.Required("due", Durations.WholeDays, "the target day, counted from the day of enrolment");
    private static readonly Key<Period> Opens = Key.Required(
        "opens", Durations.WholeDays, "the first day on which answers count as inside the window");
    private static readonly Key<Period> Closes = Key.Required("closes", Durations.WholeDays, "the first day after the window");
    private static readonly Key<WaveAsking> Ask = Key.Required(
        "ask", Scalars.OneOf("a way of asking", Ways), "interview: staff enter the answers; sms: one question a text message");
    private static readonly Key<LocalTime> At = Key.Optional("at", Scalars.Time, default, "the local time of its messages; needed for sms");
    private static readonly Key<Period> CloseAfter = Key.Optional(
        "closeAfter", Durations.Exact, null,
        "how long the text conversation goes before check-ins, while the wave itself stays open; needed for sms");

    public static IShape<WaveDefinition> Shape { get; } = new MapShape<WaveDefinition>(
        "a wave", [Id, TimingKeys.Questionnaire, Due, Opens, Closes, Ask, At, TimingKeys.RemindAfter, CloseAfter], Make);

    private static WaveDefinition Make(Fields fields)
    {
        Period? closeAfter = fields.Get(CloseAfter);
        WaveDefinition wave = new(
            fields.Get(Id) ?? "",
            TimingKeys.QuestionnaireOf(fields),
            fields.Get(Due) ?? Period.Zero,
            fields.Get(Opens) ?? Period.Zero,
            fields.Get(Closes) ?? Period.Zero,
            fields.Get(Ask),
            fields.Get(At),
            TimingKeys.RemindersOf(fields, closeAfter),
            closeAfter ?? Period.Zero);
        SendingShape.CheckInside(fields, At, wave.At);
        CheckWindow(fields, wave);
        foreach (Key missing in new Key[] { At, CloseAfter }.Where(key => wave.Ask == WaveAsking.Sms && !fields.Has(key)))
        {
            fields.Reading.Refuse(fields.Node, $"a wave that asks by sms needs '{missing.Name}'", $"add it: {missing.Description}");
        }

        return wave;
    }

    private static void CheckWindow(Fields fields, WaveDefinition wave)
    {
        if (!new Key[] { Due, Opens, Closes }.All(fields.IsSound))
        {
            return;
        }

        if (Enrolments.Any(day => day + wave.Opens > day + wave.Due))
        {
            fields.Refuse(
                Opens, $"the window opens ({wave.Opens}) after the day it is due ({wave.Due}), at least for some people",
                "open it on the due day or before");
        }

        if (Enrolments.Any(day => day + wave.Due >= day + wave.Closes))
        {
            fields.Refuse(
                Closes, $"the window closes ({wave.Closes}) by the day it is due ({wave.Due}), at least for some people", "close it later");
        }
    }
}
