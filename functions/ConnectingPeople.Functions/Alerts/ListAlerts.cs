using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Alerts;

/// <summary>Lists the alerts of the caller's participants, the most urgent first; of a hundred participants a page.</summary>
public sealed class ListAlerts(SignedIn signedIn, Caseload caseload, OwnParticipants own, AlertStore alerts)
{
    private static readonly string[] States = ["open", "raised", "acknowledged", "resolved"];
    private static readonly string[] MostUrgentFirst = ["urgent", "soon", "routine"];

    [Function(nameof(ListAlerts))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/alerts")] HttpRequest request, CancellationToken cancellation)
    {
        if (signedIn.Refuses(request, out Principal? by, Role.Practitioner, Role.Supervisor) is { } refusal)
        {
            return refusal;
        }

        string? state = request.Query["state"];
        if (state is not null && !States.Contains(state))
        {
            return Problem.BadRequest($"state must be one of: {string.Join(", ", States)}. Leave it out for all.");
        }

        CaseloadPage page = await caseload.PageAsync(by!, request.Query["after"], cancellation);
        IReadOnlyList<AlertItem>[] found = await Task.WhenAll(page.Members.Select(member => OfAsync(member, by!, cancellation)));
        return Results.Ok(new
        {
            items = found.SelectMany(items => items)
                .Where(item => state is null || item.State == state || (state == "open" && item.State != "resolved"))
                .OrderBy(item => Array.IndexOf(MostUrgentFirst, item.Severity))
                .ThenByDescending(item => item.RaisedAt),
            next = page.Next is { } after ? $"/api/alerts?{(state is null ? "" : $"state={state}&")}after={after}" : null,
        });
    }

    private async Task<IReadOnlyList<AlertItem>> OfAsync(Member member, Principal by, CancellationToken cancellation) =>
        await own.FindAsync(member.Id.Text, by, cancellation) is null
            ? []
            : await alerts.OfAsync(member.Id, cancellation).Select(AlertItem.Of).ToListAsync(cancellation);
}
