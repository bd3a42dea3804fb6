using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Alerts;

/// <summary>
/// The alerts of those whom somebody may see, the most urgent first. Open ones stand in the states of the participants; only
/// for resolved ones each participant's rows are read.
/// </summary>
public sealed class CaseloadAlerts(Caseload caseload, ParticipantStore participants)
{
    /// <param name="by">Who asks.</param>
    /// <param name="open">Only open ones, else all.</param>
    /// <param name="after">Where the page before ended; null for the first.</param>
    /// <param name="cancellation">Ends the listing.</param>
    public async Task<CaseloadAlertsPage> PageAsync(Principal by, bool open, string? after, CancellationToken cancellation)
    {
        CaseloadPage page = await caseload.PageAsync(by, after, cancellation);
        IReadOnlyList<Participant> people = await caseload.LoadAsync(page, by, cancellation);
        (Participant, IReadOnlyList<Alert>)[] found = await Task.WhenAll(people.Select(async person =>
            (person, open ? person.Alerts : await participants.AlertsAsync(person.Id, cancellation))));
        return new CaseloadAlertsPage(
            [.. found.SelectMany(of => of.Item2.Select(alert => new CaseloadAlert(of.Item1, alert)))
                .OrderByDescending(one => one.Alert.Severity).ThenByDescending(one => one.Alert.RaisedAt)],
            page.Next);
    }
}

/// <summary>An alert and whose it is.</summary>
public sealed record CaseloadAlert(Participant Person, Alert Alert);

/// <summary>The alerts of a page of participants.</summary>
/// <param name="Alerts">The most urgent first, of those the latest.</param>
/// <param name="Next">What to ask for after this page, ready for an address; null at the end.</param>
public sealed record CaseloadAlertsPage(IReadOnlyList<CaseloadAlert> Alerts, string? Next);
