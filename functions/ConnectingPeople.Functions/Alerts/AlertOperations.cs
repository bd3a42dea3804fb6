using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.OpenApi;
using ConnectingPeople.Functions.Requests;

namespace ConnectingPeople.Functions.Alerts;

/// <summary>What the OpenAPI document says of alerts.</summary>
internal static class AlertOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        new("ListAlerts", "Alerts, the most urgent first")
        {
            Description = "Practitioners have those of their own participants, supervisors those of their agency's.",
            Roles = [Role.Practitioner, Role.Supervisor],
            Query = [new QueryField("state", "Left out for all; open for all that aren't resolved.") { Values = ListAlerts.States }, QueryField.After],
            Answers = [Reply.Ok<Listing<AlertItem>>("Part of the alerts")],
            Refuses = [400],
        },
        Change("AcknowledgeAlert", "Say that one looks after an alert"),
        Change("ResolveAlert", "Say that an alert is dealt with"),
        Operation.Page("GetAlertsPage", "Page: alerts", Role.Practitioner, Role.Supervisor, Role.Administrator),
        Operation.Form("AcknowledgeAlertOnPage", "Form: look after an alert", Role.Practitioner, Role.Supervisor, Role.Administrator),
        Operation.Form("ResolveAlertOnPage", "Form: an alert is dealt with", Role.Practitioner, Role.Supervisor, Role.Administrator),
        Operation.Page("GetAlertLink", "Page: the alert that an email leads to") with { Refuses = [404] },
        Operation.Form("ChangeByAlertLink", "Form: look after, or resolve, the alert that an email leads to"),
    ];

    private static Operation Change(string function, string summary) => new(function, summary)
    {
        Description = "Whoever comes second is told who was first, and nothing changes.",
        Roles = [Role.Practitioner, Role.Supervisor],
        Answers = [Reply.Ok<AlertItem>("The alert as it is now")],
        Refuses = [404],
    };
}
