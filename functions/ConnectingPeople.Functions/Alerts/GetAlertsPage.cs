using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Site;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Alerts;

/// <summary>The page of all alerts about those whom somebody may see. Administrators are told when nobody else can be, so they have it, too.</summary>
public sealed class GetAlertsPage(
    Pages pages, Caseload caseload, OwnParticipants own, ParticipantStore participants, ContactStore contacts, AgencyStore agencies, IClock clock)
{
    private static readonly Duration Lately = Duration.FromDays(30);

    [Function(nameof(GetAlertsPage))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "alerts")] HttpRequest request, CancellationToken cancellation)
    {
        if (pages.Refuses(request, out Visit visit, Role.Practitioner, Role.Supervisor, Role.Administrator) is { } refusal)
        {
            return refusal;
        }

        AlertsQuery query = AlertsQuery.Of(request.Query);
        IReadOnlyList<Participant> people = await caseload.AllAsync(visit.Who!, cancellation);
        List<(Participant Person, Alert Alert)> alerts = await FindAsync([.. people.Where(query.IsOf)], query, cancellation);
        IReadOnlyDictionary<string, string> names = await contacts.NamesAsync(alerts.Select(alert => alert.Person.Id), cancellation);
        bool several = people.Select(person => person.Profile.AgencyId).Distinct().Skip(1).Any();
        return pages.Show<AlertsPage>(visit, new
        {
            Query = query,
            Alerts = (IReadOnlyList<AlertOnPage>)[.. alerts.Select(alert => new AlertOnPage(
                alert.Person,
                names.GetValueOrDefault(alert.Person.Id.Text),
                alert.Alert,
                new AlertWords(visit.Who!.Email, alert.Person.Profile.Zone())))],
            Agencies = several ? await agencies.AllAsync(cancellation) : null,
            Outcome = await OutcomeAsync(request.Query, visit.Who!, cancellation),
            Now = clock.GetCurrentInstant(),
        });
    }

    private async Task<List<(Participant Person, Alert Alert)>> FindAsync(IReadOnlyList<Participant> people, AlertsQuery query, CancellationToken cancellation)
    {
        if (!query.Resolved)
        {
            return [.. people.SelectMany(person => person.Alerts.Select(alert => (Person: person, Alert: alert)))
                .OrderByDescending(one => one.Alert.Severity).ThenBy(one => one.Alert.State == AlertState.Acknowledged).ThenBy(one => one.Alert.RaisedAt)];
        }

        Dictionary<string, Participant> byId = people.ToDictionary(person => person.Id.Text);
        Instant from = clock.GetCurrentInstant() - Lately;
        return [.. (await participants.ResolvedAlertsAsync(people.Select(person => person.Id), cancellation))
            .Where(one => one.Alert.Steps[^1].At >= from)
            .Select(one => (Person: byId[one.Participant], one.Alert))
            .OrderByDescending(one => one.Alert.Steps[^1].At)];
    }

    /// <summary>What the form before came to. It is told from the alert itself, so that no link can make the page say anything else.</summary>
    private async Task<(bool, string)?> OutcomeAsync(IQueryCollection query, Principal by, CancellationToken cancellation) =>
        AlertReference.TryParse(query["about"], out AlertReference? about)
        && await own.FindAsync(about.Participant.Text, by, cancellation) is { Person: var person }
        && (person.Find(about.Alert) ?? await participants.AlertAsync(about.Participant, about.Alert, cancellation)) is { } alert
            ? new AlertWords(by.Email, person.Profile.Zone()).OutcomeOf(alert, query["did"] == "resolve" ? AlertAct.Resolved : AlertAct.Acknowledged)
            : null;
}
