using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Privacy;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Participants;

/// <summary>One participant with goals, check-ins, alerts and the timeline of messages.</summary>
public sealed class GetParticipant(SignedIn signedIn, WholeParticipants participants, ParticipantStore store)
{
    [Function(nameof(GetParticipant))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/participants/{id}")] HttpRequest request, string id, CancellationToken cancellation)
    {
        if (signedIn.Refuses(request, out Principal? by, Role.Practitioner, Role.Supervisor, Role.Administrator) is { } refusal)
        {
            return refusal;
        }

        return await participants.FindAsync(id, by!, cancellation) is { } whole
            ? Results.Ok(ParticipantDetail.Of(whole))
            : await ErasedAsync(id, by!, cancellation) ?? OwnParticipants.NotTheirs(id);
    }

    /// <returns>Null unless they were erased, and an administrator asks: for all others there is nobody of that id.</returns>
    private async Task<IResult?> ErasedAsync(string id, Principal by, CancellationToken cancellation) =>
        by.Is(Role.Administrator) && ParticipantId.TryParse(id, out ParticipantId known) && await store.ErasureAsync(known, cancellation) is { } erasure
            ? Results.Ok(ErasedParticipant.Of(known, erasure))
            : null;
}
