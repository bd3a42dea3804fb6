using ConnectingPeople.Domain.Agencies;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Site;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Agencies;

/// <summary>The pages of agencies: supervisors have their own, administrators all.</summary>
public sealed class GetAgencyPage(
    Pages pages, AgencyStore agencies, ParticipantStore participants, FidelityStore fidelity, Study study, IClock clock)
{
    [Function("GetAgenciesPage")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "agencies")] HttpRequest request, CancellationToken cancellation)
    {
        if (pages.Refuses(request, out Visit visit, Role.Supervisor, Role.Administrator) is { } refusal)
        {
            return refusal;
        }

        if (!visit.Is(Role.Administrator))
        {
            return await agencies.FindStaffAsync(visit.Who!.Email, cancellation) is { } supervisor
                ? pages.GoTo($"/agencies/{supervisor.AgencyId}")
                : pages.Say(visit, StatusCodes.Status404NotFound, "No agency yet", "You aren't listed as the supervisor of an agency. Ask an administrator to add you.");
        }

        ILookup<string, FidelityAssessment> assessed = await fidelity.AllAsync(cancellation);
        Dictionary<string, int> people = await agencies.MembersAsync(null, null, null, cancellation)
            .CountBy(member => member.Agency).ToDictionaryAsync(cancellationToken: cancellation);
        return pages.Show<AgenciesPage>(visit, new
        {
            Agencies = (IReadOnlyList<AgencyInList>)[.. (await agencies.AllAsync(cancellation)).Values
                .OrderBy(agency => agency.Name, StringComparer.OrdinalIgnoreCase)
                .Select(agency => new AgencyInList(agency, people.GetValueOrDefault(agency.Id), FidelityOf(assessed[agency.Id]).Level))],
        });
    }

    [Function(nameof(GetAgencyPage))]
    public async Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "agencies/{id}")] HttpRequest request, string id, CancellationToken cancellation)
    {
        if (pages.Refuses(request, out Visit visit, Role.Supervisor, Role.Administrator) is { } refusal)
        {
            return refusal;
        }

        bool maySee = AgencyId.IsOne(id)
            && (visit.Is(Role.Administrator) || (await agencies.FindStaffAsync(visit.Who!.Email, cancellation))?.AgencyId == id);
        if (!maySee || await agencies.FindAsync(id, cancellation) is not { } agency)
        {
            return pages.NotFound(visit, "agency");
        }

        List<ParticipantId> members = await agencies.MembersAsync(id, null, null, cancellation).Select(member => member.Id).ToListAsync(cancellation);
        IReadOnlyDictionary<string, Participant> people = await participants.LoadAsync(members, cancellation);
        IReadOnlyList<StaffMember> practitioners = await agencies.StaffAsync("practitioner", id, cancellation);
        return pages.Show<AgencyPage>(visit, new
        {
            Agency = agency,
            Figures = AgencyFigures.Of([.. people.Values.Where(person => person.Profile.AgencyId == id)], clock.GetCurrentInstant().InZone(study.Alerts.Working.Zone).Date),
            Fidelity = FidelityOf(await fidelity.HistoryAsync(id, cancellation)),
            Elements = study.Fidelity.Elements,
            Names = (IReadOnlyDictionary<string, string>)practitioners.ToDictionary(member => member.Email, member => member.Name),
        });
    }

    private AgencyFidelity FidelityOf(IEnumerable<FidelityAssessment> history) => Triangulation.Of(history, clock.GetCurrentInstant(), study.Fidelity);
}

/// <summary>An agency in the list of all.</summary>
/// <param name="People">How many were ever enrolled there.</param>
public sealed record AgencyInList(Agency Agency, int People, FidelityLevel Fidelity);
