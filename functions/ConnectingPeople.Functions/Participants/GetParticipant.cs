using ConnectingPeople.Functions.Access;

namespace ConnectingPeople.Functions.Participants;

/// <summary>One participant with goals, check-ins, alerts and the timeline of messages.</summary>
public sealed class GetParticipant(SignedIn signedIn, WholeParticipants participants)
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
            : OwnParticipants.NotTheirs(id);
    }
}
