using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Site;

namespace ConnectingPeople.Functions.Alerts;

/// <summary>The forms on the page of alerts: each makes its change and leads back to the page, which says what it came to.</summary>
public sealed class ChangeAlertPage(Pages pages, OwnParticipants own, AlertDesk desk)
{
    /// <summary>The longest text about what was done, in characters.</summary>
    public const int MaxWhy = 500;

    [Function("AcknowledgeAlertOnPage")]
    public Task<IResult> AcknowledgeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "alerts/{id}/acknowledge")] HttpRequest request, string id, CancellationToken cancellation) =>
        ChangeAsync(request, id, "acknowledge", (which, by, _) => desk.AcknowledgeAsync(which, by, cancellation), cancellation);

    [Function("ResolveAlertOnPage")]
    public Task<IResult> ResolveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "alerts/{id}/resolve")] HttpRequest request, string id, CancellationToken cancellation) =>
        ChangeAsync(request, id, "resolve", (which, by, form) => desk.ResolveAsync(which, by, Why(form), cancellation), cancellation);

    /// <summary>What somebody wrote about what was done: no control characters, and as much as fits.</summary>
    /// <returns>Null for nothing.</returns>
    public static string? Why(IFormCollection form)
    {
        string written = string.Concat(form["why"].ToString().ReplaceLineEndings(" ").Where(c => !char.IsControl(c))).Trim();
        string kept = written.Length <= MaxWhy ? written : written[..(char.IsHighSurrogate(written[MaxWhy - 1]) ? MaxWhy - 1 : MaxWhy)];
        return kept.Length == 0 ? null : kept;
    }

    private async Task<IResult> ChangeAsync(
        HttpRequest request, string id, string act, Func<AlertReference, string, IFormCollection, Task<Alert?>> change, CancellationToken cancellation)
    {
        (Visit visit, IFormCollection? form, IResult? refusal) = await pages.ReadFormAsync(request, [Role.Practitioner, Role.Supervisor, Role.Administrator], cancellation);
        if (form is null)
        {
            return refusal!;
        }

        return AlertReference.TryParse(id, out AlertReference? which)
            && await own.FindAsync(which.Participant.Text, visit.Who!, cancellation) is not null
            && await change(which, visit.Who!.Email, form) is not null
                ? pages.GoTo(BackTo(AlertsQuery.Of(request.Query), which, act))
                : pages.NotFound(visit, "alert");
    }

    private static string BackTo(AlertsQuery query, AlertReference which, string act) =>
        $"{query.Address}{(query.Address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}did={act}&about={Uri.EscapeDataString(which.ToString())}";
}
