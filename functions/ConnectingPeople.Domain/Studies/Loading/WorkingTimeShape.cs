namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>When staff work.</summary>
internal static class WorkingTimeShape
{
    private static readonly Key<IReadOnlyList<IsoDayOfWeek>> OnDays = Key.Required(
        "days", new ListShape<IsoDayOfWeek>("a list of days", Scalars.OneOf("a day of the week", SendingShape.Days), atLeast: 1),
        "days of the week on which staff work");

    private static readonly Key<LocalTime> From = Key.Required("from", Scalars.Time, "the first moment of the working day");
    private static readonly Key<LocalTime> To = Key.Required("to", Scalars.Time, "the end of the working day, itself outside");
    private static readonly Key<DateTimeZone> Zone = Key.Required(
        "timeZone", Scalars.Zone, "whose clock these times are of, such as 'Europe/London'");

    private static readonly Key<IReadOnlyList<LocalDate>> Holidays = Key.Optional(
        "holidays", new ListShape<LocalDate>("a list of days", Scalars.Date), [],
        "days off, such as '2026-12-25'; none unless given");

    public static IShape<WorkingTime> Shape { get; } = new MapShape<WorkingTime>(
        "the working time", [OnDays, From, To, Zone, Holidays], Make);

    private static WorkingTime? Make(Fields fields)
    {
        HashSet<IsoDayOfWeek> days = [.. fields.Get(OnDays) ?? []];
        (LocalTime from, LocalTime to) = (fields.Get(From), fields.Get(To));
        DateTimeZone? zone = fields.Get(Zone);
        HashSet<LocalDate> holidays = [.. fields.Get(Holidays) ?? []];
        if (!fields.IsSound(From) || !fields.IsSound(To))
        {
            return null;
        }

        if (from >= to)
        {
            fields.Refuse(To, $"the day ends at {to:HH:mm}, not after its beginning at {from:HH:mm}", "swap or widen them");
            return null;
        }

        return fields.IsSound(OnDays) && zone is not null ? new WorkingTime(days, from, to, zone, holidays) : null;
    }
}
