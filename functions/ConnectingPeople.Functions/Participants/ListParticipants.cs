using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Requests;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Participants;

/// <summary>Lists the participants that the caller may see, a page at a time.</summary>
public sealed class ListParticipants(SignedIn signedIn, Caseload caseload, ContactStore contacts)
{
    [Function(nameof(ListParticipants))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/participants")] HttpRequest request, CancellationToken cancellation)
    {
        if (signedIn.Refuses(request, out Principal? by, Role.Practitioner, Role.Supervisor, Role.Administrator) is { } refusal)
        {
            return refusal;
        }

        CaseloadPage page = await caseload.PageAsync(by!, request.Query["after"], cancellation);
        IReadOnlyList<Participant> people = await caseload.LoadAsync(page, by!, cancellation);
        IReadOnlyDictionary<string, string> names = await contacts.NamesAsync(people.Select(person => person.Id), cancellation);
        return Results.Ok(new Listing<ParticipantSummary>(
            [.. people.Select(person => ParticipantSummary.Of(person, names.GetValueOrDefault(person.Id.Text)))],
            page.Next is { } after ? $"/api/participants?after={after}" : null));
    }
}
