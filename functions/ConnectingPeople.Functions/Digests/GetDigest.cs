using ConnectingPeople.Domain.Digests;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Site;
using ConnectingPeople.Functions.Storage;
using NodaTime.Text;

namespace ConnectingPeople.Functions.Digests;

/// <summary>
/// The digest as a page: a practitioner's own caseload, a supervisor's team, or the agency that an administrator chooses; of the
/// last seven days, or of the seven that begin with <c>?week=</c>.
/// </summary>
public sealed class GetDigest(Pages pages, CaseloadDigests digests, AgencyStore agencies, Study study, IClock clock)
{
    /// <summary>Before any study; older days come from addresses typed wrong.</summary>
    private static readonly LocalDate Earliest = new(2000, 1, 1);

    [Function(nameof(GetDigest))]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "digest")] HttpRequest request, CancellationToken cancellation)
    {
        if (pages.Refuses(request, out Visit visit, Role.Practitioner, Role.Supervisor, Role.Administrator) is { } refusal)
        {
            return refusal;
        }

        DigestWeek present = DigestWeek.Until(clock.GetCurrentInstant().InZone(study.Alerts.Working.Zone).Date);
        string? asked = request.Query["week"];
        if (WeekOf(asked, present) is not { } week)
        {
            return pages.Say(visit, StatusCodes.Status400BadRequest, "There is no digest of that week",
                "The address must end with the first day of a week, such as ?week=2026-03-02, and not with one to come. Open the digest again without it.");
        }

        return visit.Is(Role.Administrator)
            ? await OfAgencyAsync(visit, request.Query["agency"], week, present, cancellation)
            : pages.Show<DigestPage>(visit, new { Digest = await OwnAsync(visit.Who!, week, cancellation), Present = present, IsTeam = visit.Is(Role.Supervisor) });
    }

    /// <returns>Null for what is no week, or hasn't begun.</returns>
    private static DigestWeek? WeekOf(string? asked, DigestWeek present)
    {
        if (string.IsNullOrEmpty(asked))
        {
            return present;
        }

        ParseResult<LocalDate> first = LocalDatePattern.Iso.Parse(asked);
        return first.Success && first.Value >= Earliest && first.Value <= present.Last ? new DigestWeek(first.Value) : null;
    }

    private async Task<TeamDigest> OwnAsync(Principal who, DigestWeek week, CancellationToken cancellation) => who.Is(Role.Supervisor)
        ? await digests.OfAgencyAsync((await agencies.FindStaffAsync(who.Email, cancellation))?.AgencyId ?? "", week, cancellation)
        : await digests.OfPractitionerAsync(who.Email, week, cancellation);

    private async Task<IResult> OfAgencyAsync(Visit visit, string? id, DigestWeek week, DigestWeek present, CancellationToken cancellation)
    {
        IReadOnlyDictionary<string, Agency> all = await agencies.AllAsync(cancellation);
        if (string.IsNullOrEmpty(id))
        {
            return pages.Show<DigestAgenciesPage>(visit, new { Agencies = all.Values.OrderBy(agency => agency.Name, StringComparer.OrdinalIgnoreCase).ToList() });
        }

        return all.TryGetValue(id, out Agency? chosen)
            ? pages.Show<DigestPage>(visit, new { Digest = await digests.OfAgencyAsync(id, week, cancellation), Present = present, IsTeam = true, Agency = chosen })
            : pages.NotFound(visit, "agency");
    }
}
