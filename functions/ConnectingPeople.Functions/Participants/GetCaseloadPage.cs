using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Privacy;
using ConnectingPeople.Functions.Site;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Participants;

/// <summary>The page that practitioners begin their day with: everybody they work with, and who needs them first.</summary>
public sealed class GetCaseloadPage(
    Pages pages, Caseload caseload, ContactStore contacts, AgencyStore agencies, ContactKeyRing keys, Study study, IClock clock)
{
    /// <summary>What is searched for opens here alone.</summary>
    private const string Place = "caseload search";

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
            Query = Read(request.Query),
            Everybody = (IReadOnlyList<CaseloadRow>)[.. people.Select(person => CaseloadRow.Of(person, names.GetValueOrDefault(person.Id.Text), study, now))],
            Agencies = await known,
            Now = now,
        });
    }

    /// <summary>Takes the form that picks from the caseload, and leads to the address of what was picked.</summary>
    [Function("PickFromCaseload")]
    public async Task<IResult> PickAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "caseload")] HttpRequest request, CancellationToken cancellation)
    {
        (Visit visit, IFormCollection? form, IResult? refusal) = await pages.ReadFormAsync(request, [Role.Practitioner, Role.Supervisor, Role.Administrator], cancellation);
        if (form is null)
        {
            return refusal!;
        }

        CaseloadQuery query = CaseloadQuery.Of(field => form[field].ToString(), form["search"].ToString());
        return pages.GoTo((query with { Sealed = keys.Seal(query.Text, Place) }).Address);
    }

    /// <summary>A search of before a key was taken away can't be read any more: it shows everybody.</summary>
    private CaseloadQuery Read(IQueryCollection query)
    {
        string search = query["search"].ToString();
        try
        {
            string text = keys.Open(search, Place);
            return CaseloadQuery.Of(field => query[field].ToString(), text) with { Sealed = text == search ? null : search };
        }
        catch (UnreadableContactException)
        {
            return CaseloadQuery.Of(field => query[field].ToString(), "");
        }
    }
}
