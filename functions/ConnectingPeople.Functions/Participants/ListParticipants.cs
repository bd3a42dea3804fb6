using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Participants;

/// <summary>Lists the participants that the caller may see, a page at a time.</summary>
public sealed class ListParticipants(SignedIn signedIn, AgencyStore agencies, ParticipantStore participants, ContactStore contacts)
{
    private const int PageSize = 100;

    [Function(nameof(ListParticipants))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/participants")] HttpRequest request, CancellationToken cancellation)
    {
        if (signedIn.Refuses(request, out Principal? by, Role.Practitioner, Role.Supervisor, Role.Administrator) is { } refusal)
        {
            return refusal;
        }

        string? agency = null;
        if (!by!.Is(Role.Administrator) && by.Is(Role.Supervisor))
        {
            agency = (await agencies.FindStaffAsync(by.Email, cancellation))?.AgencyId ?? "";
        }

        string? practitioner = by.Is(Role.Administrator) || by.Is(Role.Supervisor) ? null : by.Email;
        List<Member> page = await agencies.MembersAsync(agency, practitioner, request.Query["after"], cancellation)
            .Take(PageSize + 1).ToListAsync(cancellation);
        ParticipantSummary?[] items = await Task.WhenAll(page.Take(PageSize).Select(member => LoadAsync(member.Id, cancellation)));
        return Results.Ok(new
        {
            items = items.Where(item => item is not null
                && (agency is null || item.AgencyId == agency) && (practitioner is null || item.PractitionerEmail == practitioner)),
            next = page.Count > PageSize ? $"/api/participants?after={Uri.EscapeDataString(page[PageSize - 1].Place)}" : null,
        });
    }

    private async Task<ParticipantSummary?> LoadAsync(ParticipantId id, CancellationToken cancellation)
    {
        Stored? stored = await participants.LoadAsync(id, cancellation);
        return stored is null ? null : ParticipantSummary.Of(stored.Person, (await contacts.GetAsync(id, cancellation))?.Name);
    }
}
