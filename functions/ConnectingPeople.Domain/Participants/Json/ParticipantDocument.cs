using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Messaging;

namespace ConnectingPeople.Domain.Participants.Json;

/// <summary>A participant's state: read in the order in which it is written.</summary>
internal static class ParticipantDocument
{
    public static void Write(JsonText json, Participant person)
    {
        json.Text("""{"id":""", person.Id.Text);
        ProfileDocument.Write(json, person.Profile);
        json.WordUnlessFirst(""","status":""", person.Status);
        json.Time(""","statusAt":""", person.StatusAt == default ? null : person.StatusAt);
        json.Time(""","pausedUntil":""", person.PausedUntil);
        json.WordUnlessFirst(""","optIn":""", person.OptIn);
        json.Text(""","unreachable":""", person.Unreachable);
        json.List(""","goals":""", person.Goals, WriteGoal);
        json.NumberUnlessZero(""","goalsEver":""", person.GoalsEver);
        json.List(""","checkIns":""", person.CheckIns, CheckInDocument.Write);
        json.Text(""","talking":""", person.Talking);
        json.Map(""","handled":""", person.Handled, WriteDay);
        WriteDayCount(json, person.Sent);
        json.List(""","outbox":""", person.Outbox, WriteOutgoing);
        json.Day(""","notedOn":""", person.NotedOn);
        json.Map(""","raised":""", person.Raised, WriteText);
        json.List(""","alerts":""", person.Alerts, AlertDocument.Write);
        json.Map(""","causes":""", person.Causes, WriteText);
        json.Text(""","past":""", person.Past.Text.Length == 0 ? null : person.Past.Text);
        json.Time(""","heardAt":""", person.HeardAt);
        json.Time(""","wakesAt":""", person.WakesAt);
        json.Time(""","namelessSince":""", person.NamelessSince);
        json.Time(""","erasedAt":""", person.ErasedAt);
        json.Raw("}");
    }

    public static Participant Read(JsonCursor json) => json.Closed(new Participant
    {
        Id = ReadId(json),
        Profile = ProfileDocument.Read(json),
        Status = json.WordIfAny<Status>(""","status":""") ?? default,
        StatusAt = json.TimeIfAny(""","statusAt":""") ?? default,
        PausedUntil = json.TimeIfAny(""","pausedUntil":"""),
        OptIn = json.WordIfAny<OptIn>(""","optIn":""") ?? default,
        Unreachable = json.TextIfAny(""","unreachable":"""),
        Goals = json.List(""","goals":""", ReadGoal),
        GoalsEver = json.NumberIfAny(""","goalsEver":"""),
        CheckIns = json.List(""","checkIns":""", CheckInDocument.Read),
        Talking = json.TextIfAny(""","talking":"""),
        Handled = json.Map(""","handled":""", ReadDay),
        Sent = ReadDayCount(json),
        Outbox = json.List(""","outbox":""", ReadOutgoing),
        NotedOn = json.DayIfAny(""","notedOn":"""),
        Raised = json.Map(""","raised":""", ReadText),
        Alerts = json.List(""","alerts":""", AlertDocument.Read),
        Causes = json.Map(""","causes":""", ReadText),
        Past = json.TextIfAny(""","past":""") is { } past ? new PastCheckIns(past) : PastCheckIns.None,
        HeardAt = json.TimeIfAny(""","heardAt":"""),
        WakesAt = json.TimeIfAny(""","wakesAt":"""),
        NamelessSince = json.TimeIfAny(""","namelessSince":"""),
        ErasedAt = json.TimeIfAny(""","erasedAt":"""),
    });

    private static ParticipantId ReadId(JsonCursor json)
    {
        if (!ParticipantId.TryReadWritten(json.Text("""{"id":"""), out ParticipantId id))
        {
            json.Break();
        }

        return id;
    }

    private static void WriteGoal(JsonText json, Goal goal)
    {
        json.Text("""{"id":""", goal.Id);
        json.Text(""","text":""", goal.Text);
        json.Day(""","setOn":""", goal.SetOn);
        json.Time(""","ratedAt":""", goal.RatedAt);
        json.Raw("}");
    }

    private static Goal ReadGoal(JsonCursor json) => json.Closed(new Goal(
        json.Text("""{"id":"""), json.Text(""","text":"""), json.Day(""","setOn":"""), json.TimeIfAny(""","ratedAt":""")));

    private static void WriteDayCount(JsonText json, DayCount sent)
    {
        if (sent != default)
        {
            json.Day(""","sent":{"day":""", sent.Day);
            json.NumberUnlessZero(""","count":""", sent.Count);
            json.Raw("}");
        }
    }

    private static DayCount ReadDayCount(JsonCursor json) => json.DayIfAny(""","sent":{"day":""") is { } day
        ? json.Closed(new DayCount(day, json.NumberIfAny(""","count":""")))
        : default;

    private static void WriteOutgoing(JsonText json, Outgoing message)
    {
        json.Text("""{"id":""", message.Id);
        json.Text(""","checkIn":""", message.CheckIn);
        json.Text(""","text":""", message.Text);
        json.Text(""","subject":""", message.Subject);
        json.Time(""","decidedAt":""", message.DecidedAt);
        json.Time(""","expiresAt":""", message.ExpiresAt);
        json.Time(""","claimedAt":""", message.ClaimedAt);
        json.Time(""","lookAt":""", message.LookAt);
        json.NumberUnlessZero(""","tries":""", message.Tries);
        json.Raw("}");
    }

    private static Outgoing ReadOutgoing(JsonCursor json) => json.Closed(new Outgoing
    {
        Id = json.Text("""{"id":"""),
        CheckIn = json.Text(""","checkIn":"""),
        Text = json.Text(""","text":"""),
        Subject = json.TextIfAny(""","subject":"""),
        DecidedAt = json.Time(""","decidedAt":"""),
        ExpiresAt = json.Time(""","expiresAt":"""),
        ClaimedAt = json.TimeIfAny(""","claimedAt":"""),
        LookAt = json.Time(""","lookAt":"""),
        Tries = json.NumberIfAny(""","tries":"""),
    });

    private static void WriteDay(JsonText json, LocalDate day) => json.Day("", day);

    private static LocalDate ReadDay(JsonCursor json) => json.Day("");

    private static void WriteText(JsonText json, string text) => json.Text("", text);

    private static string ReadText(JsonCursor json) => json.Text("");
}
