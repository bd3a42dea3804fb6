using Azure.Data.Tables;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Alerts;

/// <summary>Acknowledges or resolves an alert. What somebody did already isn't done again: the answer says who did it and when.</summary>
public sealed class ChangeAlert(SignedIn signedIn, OwnParticipants own, AlertStore alerts, IClock clock)
{
    [Function("AcknowledgeAlert")]
    public Task<IResult> AcknowledgeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/alerts/{id}/acknowledge")] HttpRequest request, string id, CancellationToken cancellation) =>
        MoveAsync(request, id, "acknowledged", ["raised"], cancellation);

    [Function("ResolveAlert")]
    public Task<IResult> ResolveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/alerts/{id}/resolve")] HttpRequest request, string id, CancellationToken cancellation) =>
        MoveAsync(request, id, "resolved", ["raised", "acknowledged"], cancellation);

    private async Task<IResult> MoveAsync(HttpRequest request, string id, string state, string[] from, CancellationToken cancellation)
    {
        if (signedIn.Refuses(request, out Principal? by, Role.Practitioner, Role.Supervisor) is { } refusal)
        {
            return refusal;
        }

        if (id.Split(':', 2) is not [string participant, string alert] || await own.FindAsync(participant, by!, cancellation) is not Stored stored)
        {
            return NotTheirs(id);
        }

        while (await alerts.FindAsync(stored.Person.Id, alert, cancellation) is TableEntity row)
        {
            if (!from.Contains(row.GetString("State")) || await alerts.MoveAsync(row, state, by!.Email, clock.GetCurrentInstant(), cancellation))
            {
                return Results.Ok(AlertItem.Of(row));
            }
        }

        return NotTheirs(id);
    }

    private static IResult NotTheirs(string id) => Problem.NotFound($"There is no alert {id} among yours.");
}
