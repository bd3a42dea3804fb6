using Azure;
using Azure.Data.Tables;
using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Privacy;

namespace ConnectingPeople.Functions.Storage;

/// <summary>How a person's partition is written: row keys and columns.</summary>
public static class ParticipantRows
{
    /// <summary>The row key of the state.</summary>
    public const string State = "participant";

    /// <summary>The row key of an enrolment under way, which stands there alone until the state takes its place.</summary>
    public const string Enrolling = "enrolling";

    /// <summary>The column, beside the state, of the trace in which something was last said to the person.</summary>
    public const string Trace = "Trace";

    /// <summary>The row key of a message, ours or the provider's id.</summary>
    public static string Message(string id) => $"message|{id}";

    /// <summary>The row key of a check-in.</summary>
    public static string CheckIn(string id) => $"check-in|{id}";

    /// <summary>The row key of an alert.</summary>
    public static string Alert(string id) => $"alert|{id}";

    public static Participant ToParticipant(TableEntity row) => ParticipantJson.ReadParticipant(LongText.In(row));

    public static CheckIn ToCheckIn(TableEntity row) => ParticipantJson.ReadCheckIn(LongText.In(row));

    public static Alert ToAlert(TableEntity row) => ParticipantJson.ReadAlert(LongText.In(row));

    /// <summary>The row key of what an erasure left behind.</summary>
    public const string ErasureKey = "erasure";

    /// <summary>The column that says since when a message's row is without its words.</summary>
    public const string WordsErasedAt = "WordsErasedAt";

    public static Erasure ToErasure(TableEntity row) => Domain.Privacy.Erasure.Read(LongText.In(row));

    public static TableEntity Of(ParticipantId id, Erasure erasure) =>
        LongText.PutInto(new TableEntity(id.Text, ErasureKey), Domain.Privacy.Erasure.Write(erasure));

    public static TableEntity Of(Participant person) =>
        LongText.PutInto(new TableEntity(person.Id.Text, State), ParticipantJson.Write(person));

    public static TableEntity Of(ParticipantId id, Goal goal) =>
        new(id.Text, $"goal|{goal.Id}") { ["Text"] = goal.Text, ["SetOn"] = goal.SetOn.ToString("uuuu-MM-dd", null) };

    /// <summary>A decision as one batch, the guarded state first.</summary>
    public static IEnumerable<TableTransactionAction> Batch(Stored before, Decision decision)
    {
        ParticipantId id = decision.Person.Id;
        TableEntity state = Of(decision.Person);
        state[Trace] = before.Trace;
        yield return new TableTransactionAction(TableTransactionActionType.UpdateReplace, state, before.Version);
        foreach (CheckIn checkIn in decision.CheckIns)
        {
            yield return new TableTransactionAction(TableTransactionActionType.UpsertReplace, Of(id, checkIn));
        }

        foreach (Outgoing message in decision.Send)
        {
            yield return new TableTransactionAction(TableTransactionActionType.UpsertMerge, Of(id, message));
        }

        foreach (Dispatch dispatch in decision.Dispatches)
        {
            yield return new TableTransactionAction(TableTransactionActionType.UpsertMerge, Of(id, dispatch));
        }

        foreach (Alert alert in decision.Alerts)
        {
            yield return new TableTransactionAction(TableTransactionActionType.UpsertReplace, Of(id, alert));
        }

        foreach (Goal goal in decision.Goals)
        {
            yield return new TableTransactionAction(TableTransactionActionType.UpsertReplace, Of(id, goal));
        }

        if (decision.Heard is { } heard)
        {
            yield return new TableTransactionAction(TableTransactionActionType.Add, Of(id, heard, decision.Reply));
        }
    }

    /// <summary>The row of a check-in.</summary>
    public static TableEntity Of(ParticipantId id, CheckIn checkIn) =>
        LongText.PutInto(new TableEntity(id.Text, CheckIn(checkIn.Id)), ParticipantJson.Write(checkIn));

    private static TableEntity Of(ParticipantId id, Outgoing message) => new(id.Text, Message(message.Id))
    {
        ["Direction"] = "out",
        ["CheckIn"] = message.CheckIn,
        ["Text"] = message.Text,
        ["Subject"] = message.Subject,
        ["At"] = message.DecidedAt.ToDateTimeUtc(),
    };

    /// <summary>Each stage has a column of its own, so that news in any order never undoes other news.</summary>
    private static TableEntity Of(ParticipantId id, Dispatch dispatch)
    {
        TableEntity row = new(id.Text, Message(dispatch.MessageId)) { [$"{dispatch.Status}At"] = dispatch.At.ToDateTimeUtc() };
        if (dispatch.ProviderId is not null)
        {
            row["ProviderId"] = dispatch.ProviderId;
        }

        if (dispatch.Code is not null)
        {
            row["Code"] = dispatch.Code;
        }

        return row;
    }

    /// <summary>The whole alert as text, and in columns what is looked for.</summary>
    public static TableEntity Of(ParticipantId id, Alert alert) => LongText.PutInto(
        new TableEntity(id.Text, Alert(alert.Id))
        {
            ["Rule"] = alert.Rule,
            ["AlertState"] = alert.State.ToString(),
            ["RaisedAt"] = alert.RaisedAt.ToDateTimeUtc(),
        },
        ParticipantJson.Write(alert));

    private static TableEntity Of(ParticipantId id, Inbound heard, string? reply) => new(id.Text, Message(heard.ProviderId))
    {
        ["Direction"] = "in",
        ["CheckIn"] = heard.CheckIn,
        ["Question"] = heard.Question,
        ["Text"] = heard.Text,
        ["Media"] = heard.Media,
        ["Outcome"] = heard.Outcome,
        ["Risk"] = heard.Risk,
        ["Reply"] = reply,
        ["At"] = heard.At.ToDateTimeUtc(),
    };
}
