using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Participants;

namespace ConnectingPeople.Functions.Alerts;

/// <summary>Acknowledges an alert, or says that it is dealt with.</summary>
public sealed class ChangeAlert(SignedIn signedIn, OwnParticipants own, AlertDesk desk)
{
    [Function("AcknowledgeAlert")]
    public Task<IResult> AcknowledgeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/alerts/{id}/acknowledge")] HttpRequest request, string id, CancellationToken cancellation) =>
        ChangeAsync(request, id, (which, by) => desk.AcknowledgeAsync(which, by, cancellation), cancellation);

    [Function("ResolveAlert")]
    public Task<IResult> ResolveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/alerts/{id}/resolve")] HttpRequest request, string id, CancellationToken cancellation) =>
        ChangeAsync(request, id, (which, by) => desk.ResolveAsync(which, by, null, cancellation), cancellation);

    private async Task<IResult> ChangeAsync(HttpRequest request, string id, Func<AlertReference, string, Task<Alert?>> change, CancellationToken cancellation)
    {
        if (signedIn.Refuses(request, out Principal? by, Role.Practitioner, Role.Supervisor) is { } refusal)
        {
            return refusal;
        }

        return AlertReference.TryParse(id, out AlertReference? which)
            && await own.FindAsync(which.Participant.Text, by!, cancellation) is not null
            && await change(which, by!.Email) is { } alert
                ? Results.Ok(AlertItem.Of(which.Participant, alert))
                : Problem.NotFound($"There is no alert {id} among yours.");
    }
}
