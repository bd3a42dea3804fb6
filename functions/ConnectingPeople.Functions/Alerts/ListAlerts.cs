using ConnectingPeople.Domain;
using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Requests;

namespace ConnectingPeople.Functions.Alerts;

/// <summary>Lists the alerts of the caller's participants, the most urgent first.</summary>
public sealed class ListAlerts(SignedIn signedIn, CaseloadAlerts alerts)
{
    /// <summary>What one may ask for.</summary>
    public static IReadOnlyList<string> States { get; } = ["open", .. Enum.GetValues<AlertState>().Select(state => Words.Of(state))];

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

        bool open = state is not (null or "resolved");
        CaseloadAlertsPage page = await alerts.PageAsync(by!, open, request.Query["after"], cancellation);
        return Results.Ok(new Listing<AlertItem>(
            [.. page.Alerts.Select(one => AlertItem.Of(one.Person.Id, one.Alert)).Where(item => state is null or "open" || item.State == state)],
            page.Next is { } after ? $"/api/alerts?{(state is null ? "" : $"state={state}&")}after={after}" : null));
    }
}
