using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Participants;

/// <summary>Lists the participants that the caller may see, a page at a time.</summary>
public sealed class ListParticipants(SignedIn signedIn, Caseload caseload, OwnParticipants own, ContactStore contacts)
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
        ParticipantSummary?[] items = await Task.WhenAll(page.Members.Select(member => LoadAsync(member, by!, cancellation)));
        return Results.Ok(new
        {
            items = items.OfType<ParticipantSummary>(),
            next = page.Next is { } after ? $"/api/participants?after={after}" : null,
        });
    }

    private async Task<ParticipantSummary?> LoadAsync(Member member, Principal by, CancellationToken cancellation) =>
        await own.FindAsync(member.Id.Text, by, cancellation) is { } stored
            ? ParticipantSummary.Of(stored.Person, (await contacts.GetAsync(member.Id, cancellation))?.Name)
            : null;
}
