using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.FollowUps;

using Moment = InstantColumn<AlertRow>;
using Text = TextColumn<AlertRow>;

/// <summary>An alert with the person it is about.</summary>
/// <param name="Of">The person.</param>
/// <param name="Alert">As of the cut-off.</param>
public sealed record AlertRow(ParticipantHistory Of, Alert Alert);

/// <summary>
/// <c>alerts</c>: a row is an alert, sorted by participant_id and alert_id. Neither what was said nor who dealt with it stands here.
/// </summary>
public static class AlertsFile
{
    /// <summary>The columns, described with the study's rules.</summary>
    public static Dataset<AlertRow> DatasetOf(Study study) => new("alerts",
    [
        KeyColumns.Participant<AlertRow>(row => row.Of.Person.Id.Text),
        new Text("alert_id", "The alert, unique for the participant", row => row.Alert.Id)
        {
            Values = "{rule}-{local day}, then .2 and so on for the same rule on the same day",
        },
        new Text("rule", "What raised it", row => row.Alert.Rule) { Values = string.Join(" | ", study.Alerts.Rules.Select(rule => rule.Name)) },
        new Text("severity", "How soon somebody had to look", row => Words.Of(row.Alert.Severity))
        {
            Codes = KeyColumns.Listed<Severity>(), Derivation = "urgent: at once; soon: within the working day; routine: within the working week",
        },
        new Moment("raised_at", "When its cause was seen", row => row.Alert.RaisedAt),
        new Moment("notified_at", "When a message first went that tells somebody", row => First(row, AlertAct.Notified))
        {
            Missing = "nobody was told by the cut-off",
        },
        new Moment("acknowledged_at", "When somebody first said that they look after it", row => First(row, AlertAct.Acknowledged))
        {
            Missing = "nobody did by the cut-off",
        },
        new Moment("resolved_at", "When it was closed", row => Closing(row)?.At) { Missing = "still open at the cut-off" },
        new Text("state", "Where it stood at the cut-off", row => Words.Of(row.Alert.State))
        {
            Codes = KeyColumns.Listed<AlertState>(),
            Derivation = "raised again after an acknowledgement when its cause came again, so that an alert with acknowledged_at may be raised or notified",
        },
        new Text("closed_by", "Who closed it", row => Closing(row)?.Act switch { null => null, AlertAct.Closed => "itself", _ => "human" })
        {
            Codes = ["itself", "human"], Missing = "still open at the cut-off", Derivation = "itself: its cause went away",
        },
    ])
    {
        Key = ["participant_id", "alert_id"],
    };

    /// <summary>One person's alerts.</summary>
    public static IEnumerable<AlertRow> RowsOf(ParticipantHistory person) => person.Alerts
        .OrderBy(alert => alert.Id, StringComparer.Ordinal)
        .Select(alert => new AlertRow(person, alert));

    private static Instant? First(AlertRow row, AlertAct act) => row.Alert.Steps.FirstOrDefault(step => step.Act == act)?.At;

    private static AlertStep? Closing(AlertRow row) =>
        row.Alert.Steps.LastOrDefault(step => step.Act is AlertAct.Resolved or AlertAct.Closed);
}
