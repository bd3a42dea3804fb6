using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Site;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Participants;

/// <summary>The page that practitioners begin their day with: everybody they work with, and who needs them first.</summary>
public sealed class GetCaseloadPage(Pages pages, Caseload caseload, ContactStore contacts, AgencyStore agencies, Study study, IClock clock)
{
    [Function(nameof(GetCaseloadPage))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "caseload")] HttpRequest request, CancellationToken cancellation)
    {
        if (pages.Refuses(request, out Visit visit, Role.Practitioner, Role.Supervisor, Role.Administrator) is { } refusal)
        {
            return refusal;
        }

        Task<IReadOnlyDictionary<string, Agency>> known = agencies.AllAsync(cancellation);
        IReadOnlyList<Participant> people = await caseload.AllAsync(visit.Who!, cancellation);
        IReadOnlyDictionary<string, string> names = await contacts.NamesAsync(people.Select(person => person.Id), cancellation);
        Instant now = clock.GetCurrentInstant();
        return pages.Show<CaseloadPeoplePage>(visit, new
        {
            Query = CaseloadQuery.Of(request.Query),
            Everybody = (IReadOnlyList<CaseloadRow>)[.. people.Select(person => CaseloadRow.Of(person, names.GetValueOrDefault(person.Id.Text), study, now))],
            Agencies = await known,
            Now = now,
        });
    }
}
