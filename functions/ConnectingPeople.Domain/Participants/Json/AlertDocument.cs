using ConnectingPeople.Domain.Alerts;

namespace ConnectingPeople.Domain.Participants.Json;

/// <summary>An alert: read in the order in which it is written.</summary>
internal static class AlertDocument
{
    public static void Write(JsonText json, Alert alert)
    {
        json.Text("""{"id":""", alert.Id);
        json.Text(""","rule":""", alert.Rule);
        json.Word(""","severity":""", alert.Severity);
        json.Time(""","raisedAt":""", alert.RaisedAt);
        json.Text(""","summary":""", alert.Summary);
        json.WordUnlessFirst(""","state":""", alert.State);
        json.WordUnlessFirst(""","audience":""", alert.Audience);
        json.Time(""","tellAt":""", alert.TellAt);
        json.Time(""","escalatesAt":""", alert.EscalatesAt);
        json.List(""","steps":""", alert.Steps, WriteStep);
        json.Raw("}");
    }

    public static Alert Read(JsonCursor json) => json.Closed(new Alert
    {
        Id = json.Text("""{"id":"""),
        Rule = json.Text(""","rule":"""),
        Severity = json.Word<Severity>(""","severity":"""),
        RaisedAt = json.Time(""","raisedAt":"""),
        Summary = json.Text(""","summary":"""),
        State = json.WordIfAny<AlertState>(""","state":""") ?? default,
        Audience = json.WordIfAny<Audience>(""","audience":""") ?? default,
        TellAt = json.TimeIfAny(""","tellAt":"""),
        EscalatesAt = json.TimeIfAny(""","escalatesAt":"""),
        Steps = json.List(""","steps":""", ReadStep),
    });

    private static void WriteStep(JsonText json, AlertStep step)
    {
        json.Time("""{"at":""", step.At);
        json.WordUnlessFirst(""","act":""", step.Act);
        json.Text(""","who":""", step.Who);
        json.Text(""","what":""", step.What);
        json.Raw("}");
    }

    private static AlertStep ReadStep(JsonCursor json)
    {
        Instant at = json.Time("""{"at":""");
        AlertAct act = json.WordIfAny<AlertAct>(""","act":""") ?? default;
        return json.Closed(new AlertStep(act, at, json.TextIfAny(""","who":"""), json.TextIfAny(""","what":""")));
    }
}
