using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Site;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Waves;

/// <summary>Lists waves, so that researchers can do their interviews without anybody's name, and practitioners see theirs together.</summary>
public sealed class GetWavesPage(Pages pages, Caseload caseload, ContactStore contacts, AgencyStore agencies, Study study, IClock clock)
{
    [Function(nameof(GetWavesPage))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "waves")] HttpRequest request, CancellationToken cancellation)
    {
        if (pages.Refuses(request, out Visit visit, Role.Practitioner, Role.Researcher) is { } refusal)
        {
            return refusal;
        }

        bool isResearcher = visit.Is(Role.Researcher);
        IReadOnlyList<Participant> people = isResearcher ? await caseload.EverybodyAsync(cancellation) : await caseload.AllAsync(visit.Who!, cancellation);
        WavesQuery query = WavesQuery.Of(request.Query);
        IReadOnlyList<WaveRow> found = query.Of(WaveRow.Of(people, study));
        IReadOnlyDictionary<string, string> names = isResearcher
            ? new Dictionary<string, string>()
            : await contacts.NamesAsync(found.Take(WavesQuery.Most).Select(row => row.Person.Id).Distinct(), cancellation);
        return pages.Show<WavesPage>(visit, new
        {
            Query = query,
            Found = found,
            Names = names,
            Agencies = await agencies.AllAsync(cancellation),
            Now = clock.GetCurrentInstant(),
        });
    }
}
