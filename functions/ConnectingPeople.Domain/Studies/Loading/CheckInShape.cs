namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>A questionnaire that comes round again and again.</summary>
internal static class CheckInShape
{
    private static readonly IReadOnlyDictionary<string, LatePolicy> Policies = new Dictionary<string, LatePolicy>
    {
        ["send"] = LatePolicy.Send,
        ["skip"] = LatePolicy.Skip,
        ["next-window"] = LatePolicy.NextWindow,
    };

    private static readonly Key<string> Id = Key.Required("id", Scalars.Id, "begins the id of each check-in, such as weekly-2026-03-05");
    private static readonly Key<Period> Every = Key.Required(
        "every", Durations.WholeDays, "from one to the next, P1D to P366D; whole weeks when 'on' is set");
    private static readonly Key<IsoDayOfWeek> On = Key.Optional(
        "on", Scalars.OneOf("a day of the week", SendingShape.Days), IsoDayOfWeek.None,
        "the day of the week, unless the participant chose another; any day unless given");
    private static readonly Key<LocalTime> At = Key.Required(
        "at", Scalars.Time, "the participant's local time, unless the participant chose another");
    private static readonly Key<Period> CloseAfter = Key.Required(
        "closeAfter", Durations.Exact, "how long answers are taken after sending");
    private static readonly Key<LatePolicy> Late = Key.Required(
        "late", Scalars.OneOf("a late policy", Policies),
        "when it couldn't start in time: send (until the next is due), skip, or next-window (also on the next day)");

    public static IShape<CheckInSchedule> Shape { get; } = new MapShape<CheckInSchedule>(
        "a check-in", [Id, TimingKeys.Questionnaire, Every, On, At, TimingKeys.RemindAfter, CloseAfter, Late], Make);

    private static CheckInSchedule Make(Fields fields)
    {
        Period? every = fields.Get(Every);
        IsoDayOfWeek on = fields.Get(On);
        Period? closeAfter = fields.Get(CloseAfter);
        CheckInSchedule schedule = new(
            fields.Get(Id) ?? "",
            TimingKeys.QuestionnaireOf(fields),
            every is null ? 0 : DaysOf(fields, every),
            on == IsoDayOfWeek.None ? null : on,
            fields.Get(At),
            TimingKeys.RemindersOf(fields, closeAfter),
            closeAfter ?? Period.Zero,
            fields.Get(Late));
        SendingShape.CheckInside(fields, At, schedule.At);
        CheckDay(fields, schedule);
        return schedule;
    }

    private static int DaysOf(Fields fields, Period every)
    {
        int days = (every.Weeks * 7) + every.Days;
        if (every.Years != 0 || every.Months != 0 || days is < 1 or > 366)
        {
            fields.Refuse(Every, $"{every} isn't between 1 and 366 days", "write days or weeks, such as 'P7D'");
        }

        return days;
    }

    private static void CheckDay(Fields fields, CheckInSchedule schedule)
    {
        if (schedule.On is { } day && fields.IsSound(Every) && schedule.EveryDays % 7 != 0)
        {
            fields.Refuse(
                Every, $"every {schedule.EveryDays} days can't always be a {day}", "write whole weeks, such as 'P7D', or remove 'on'");
        }

        if (schedule.On is { } on && fields.Reading.Sending is { Days.Count: > 0 } hours && !hours.Days.Contains(on))
        {
            fields.Refuse(On, $"nobody is written to on a {on}", "choose one of sending.days, or add the day there");
        }

        if (schedule.EveryDays > 0 && Durations.Length(schedule.CloseAfter) > Duration.FromDays(schedule.EveryDays))
        {
            fields.Refuse(CloseAfter, "it would still be open when the next one is due", "close it within 'every'");
        }
    }
}
