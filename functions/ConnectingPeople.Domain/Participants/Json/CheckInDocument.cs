using ConnectingPeople.Domain.CheckIns;

namespace ConnectingPeople.Domain.Participants.Json;

/// <summary>A check-in, alone or inside a participant's state: read in the order in which it is written.</summary>
internal static class CheckInDocument
{
    public static void Write(JsonText json, CheckIn checkIn)
    {
        json.Text("""{"id":""", checkIn.Id);
        json.Text(""","questionnaire":""", checkIn.Questionnaire);
        json.Number(""","version":""", checkIn.Version);
        json.Text(""","wave":""", checkIn.Wave);
        json.Text(""","goal":""", checkIn.Goal);
        json.Time(""","dueAt":""", checkIn.DueAt);
        json.Time(""","talksUntil":""", checkIn.TalksUntil == default ? null : checkIn.TalksUntil);
        json.Time(""","closesAt":""", checkIn.ClosesAt);
        json.Time(""","sentAt":""", checkIn.SentAt);
        json.Time(""","lastWordAt":""", checkIn.LastWordAt);
        json.Time(""","firstReplyAt":""", checkIn.FirstReplyAt);
        json.Time(""","completedAt":""", checkIn.CompletedAt);
        json.Time(""","closedAt":""", checkIn.ClosedAt);
        json.WordUnlessFirst(""","status":""", checkIn.Status);
        json.NumberUnlessZero(""","reminders":""", checkIn.Reminders);
        json.IfTrue(""","quiet":true""", checkIn.Quiet);
        json.IfTrue(""","undelivered":true""", checkIn.Undelivered);
        json.Text(""","question":""", checkIn.Question);
        json.Text(""","texted":""", checkIn.Texted);
        json.NumberUnlessZero(""","misunderstood":""", checkIn.Misunderstood);
        json.List(""","answers":""", checkIn.Answers, WriteAnswer);
        json.List(""","overridden":""", checkIn.Overridden, WriteAnswer);
        json.Raw("}");
    }

    public static CheckIn Read(JsonCursor json) => json.Closed(new CheckIn
    {
        Id = json.Text("""{"id":"""),
        Questionnaire = json.Text(""","questionnaire":"""),
        Version = json.Number(""","version":"""),
        Wave = json.TextIfAny(""","wave":"""),
        Goal = json.TextIfAny(""","goal":"""),
        DueAt = json.Time(""","dueAt":"""),
        TalksUntil = json.TimeIfAny(""","talksUntil":""") ?? default,
        ClosesAt = json.Time(""","closesAt":"""),
        SentAt = json.TimeIfAny(""","sentAt":"""),
        LastWordAt = json.TimeIfAny(""","lastWordAt":"""),
        FirstReplyAt = json.TimeIfAny(""","firstReplyAt":"""),
        CompletedAt = json.TimeIfAny(""","completedAt":"""),
        ClosedAt = json.TimeIfAny(""","closedAt":"""),
        Status = json.WordIfAny<CheckInStatus>(""","status":""") ?? default,
        Reminders = json.NumberIfAny(""","reminders":"""),
        Quiet = json.Has(""","quiet":true"""),
        Undelivered = json.Has(""","undelivered":true"""),
        Question = json.TextIfAny(""","question":"""),
        Texted = json.TextIfAny(""","texted":"""),
        Misunderstood = json.NumberIfAny(""","misunderstood":"""),
        Answers = json.List(""","answers":""", ReadAnswer),
        Overridden = json.List(""","overridden":""", ReadAnswer),
    });

    private static void WriteAnswer(JsonText json, Answer answer)
    {
        json.Text("""{"question":""", answer.Question);
        json.WordUnlessFirst(""","outcome":""", answer.Outcome);
        json.Text(""","value":""", answer.Value);
        json.Text(""","label":""", answer.Label);
        json.Text(""","raw":""", answer.Raw);
        json.NumberUnlessZero(""","attempts":""", answer.Attempts);
        json.Time(""","at":""", answer.At);
        json.WordUnlessFirst(""","source":""", answer.Source);
        json.Raw("}");
    }

    private static Answer ReadAnswer(JsonCursor json) => json.Closed(new Answer(
        json.Text("""{"question":"""),
        json.WordIfAny<AnswerOutcome>(""","outcome":""") ?? default,
        json.TextIfAny(""","value":"""),
        json.TextIfAny(""","label":"""),
        json.TextIfAny(""","raw":"""),
        json.NumberIfAny(""","attempts":"""),
        json.Time(""","at":"""),
        json.WordIfAny<AnswerSource>(""","source":""") ?? default));
}
