namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>When people may be written to.</summary>
internal static class SendingShape
{
    public static readonly IReadOnlyDictionary<string, IsoDayOfWeek> Days =
        Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None).ToDictionary(day => day.ToString().ToLowerInvariant());

    private static readonly Key<IReadOnlyList<IsoDayOfWeek>> OnDays = Key.Required(
        "days", new ListShape<IsoDayOfWeek>("a list of days", Scalars.OneOf("a day of the week", Days), atLeast: 1),
        "days of the week on which people may be written to");

    private static readonly Key<LocalTime> From = Key.Required(
        "from", Scalars.Time, "the first moment of the day, in the person's local time");
    private static readonly Key<LocalTime> To = Key.Required("to", Scalars.Time, "the end of the day, itself outside");
    private static readonly Key<int> MaxPerDay = Key.Required(
        "maxPerDay", Scalars.Integer(1, 50), "how many messages that are no direct reply a person gets in one local day");

    public static IShape<SendingHours> Shape { get; } = new MapShape<SendingHours>(
        "the sending hours", [OnDays, From, To, MaxPerDay], Make);

    /// <summary>Reports a time at which nobody may be written to, or a day.</summary>
    public static void CheckInside(Fields fields, Key<LocalTime> key, LocalTime at)
    {
        if (fields.Reading.Sending is { } hours && fields.IsSound(key) && (at < hours.From || at >= hours.To))
        {
            fields.Refuse(
                key, $"{at:HH:mm} is outside the sending hours from {hours.From:HH:mm} to {hours.To:HH:mm}",
                "choose a time inside, or widen 'sending'");
        }
    }

    private static SendingHours? Make(Fields fields)
    {
        HashSet<IsoDayOfWeek> days = [.. fields.Get(OnDays) ?? []];
        SendingHours hours = new(days, fields.Get(From), fields.Get(To), fields.Get(MaxPerDay));
        if (!fields.IsSound(From) || !fields.IsSound(To))
        {
            return null; // hours that are wrong themselves would make every time look wrong
        }

        if (hours.From >= hours.To)
        {
            fields.Refuse(To, $"the day ends at {hours.To:HH:mm}, not after its beginning at {hours.From:HH:mm}", "swap or widen them");
            return null;
        }

        return hours;
    }
}
