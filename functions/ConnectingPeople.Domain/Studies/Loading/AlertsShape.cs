using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.Participants;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>Which causes raise an alert, and who hears of it when.</summary>
internal static class AlertsShape
{
    private static readonly Key<WorkingTime> Working = Key.Required(
        "workingTime", WorkingTimeShape.Shape, "when staff work; waits are counted in it");
    private static readonly Key<Period> GatherFor = Key.Required(
        "gatherFor", Durations.Exact, "how long an alert that isn't urgent waits for others, to be told in one message; at most PT1H");
    private static readonly Key<DutyContact> Duty = Key.Optional(
        "duty", DutyShape.Shape, null, "who is told when words may mean danger and nobody acknowledged them in time");
    private static readonly Key<IReadOnlyList<AlertRule>> Rules = Key.Required(
        "rules", RulesShape.Shape, "the rules, by name");

    public static IShape<AlertPlan> Shape { get; } = new MapShape<AlertPlan>("the alerts", [Working, GatherFor, Duty, Rules], Make);

    private static AlertPlan? Make(Fields fields)
    {
        WorkingTime? working = fields.Get(Working);
        Period gatherFor = fields.Get(GatherFor) ?? Period.Zero;
        if (fields.IsSound(GatherFor) && gatherFor.ToDuration() > Duration.FromHours(1))
        {
            fields.Refuse(GatherFor, $"{gatherFor} is too long to keep news back", "write at most 'PT1H', such as 'PT5M'");
        }

        DutyContact? duty = fields.Get(Duty);
        IReadOnlyList<AlertRule> rules = fields.Get(Rules) ?? [];
        return working is null ? null : new AlertPlan(working, gatherFor.ToDuration(), duty, rules);
    }
}

/// <summary>Who is there when somebody may be in danger.</summary>
internal static class DutyShape
{
    private static readonly Key<string> Email = Key.Required("email", Scalars.Line, "an address that is always read");
    private static readonly Key<string> Phone = Key.Optional("phone", Scalars.Line, null, "a number that can be texted, such as \"+447700900999\"");

    public static IShape<DutyContact> Shape { get; } = new MapShape<DutyContact>("the duty contact", [Email, Phone], Make);

    private static DutyContact Make(Fields fields)
    {
        string email = fields.Get(Email) ?? "";
        if (fields.IsSound(Email) && (email.Split('@') is not [{ Length: > 0 }, { Length: > 0 }] || email.AsSpan().ContainsAny(" /\\#?")))
        {
            fields.Refuse(Email, $"{Words.Quote(email)} is no email address", "write one, such as 'duty@example.org'");
        }

        if (fields.Get(Phone) is not { } number)
        {
            return new DutyContact(email.ToLowerInvariant(), null);
        }

        Result<PhoneNumber> phone = PhoneNumber.Parse(number);
        if (phone.Error is { } wrong)
        {
            fields.Refuse(Phone, $"the number {wrong.TrimEnd('.')}", "write it as it is dialled, in quotes");
        }

        return new DutyContact(email.ToLowerInvariant(), phone.Value?.E164);
    }
}
