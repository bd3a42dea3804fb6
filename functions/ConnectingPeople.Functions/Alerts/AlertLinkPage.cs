using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Site;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Alerts;

/// <summary>
/// The page that a link in an email leads to. To open it changes nothing, because programs that look for danger in mail open
/// links, too; its forms do, in the name of whom the email was sent to.
/// </summary>
/// <remarks>
/// The link itself is the authority: it was signed for one reader and one alert, and no other site knows it, so no other site
/// can make a browser send the form. That is all a form token would prove, and there is nobody signed in to bind one to.
/// </remarks>
public sealed class AlertLinkPage(
    Pages pages, AlertLinks links, Audiences audiences, AlertDesk desk, ParticipantStore participants, ContactStore contacts, IClock clock)
{
    [Function("GetAlertLink")]
    public async Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "alerts/link/{token}")] HttpRequest request, string token, CancellationToken cancellation)
    {
        Visit visit = pages.Open(request);
        if (await OpenAsync(token, visit, cancellation) is not { } opened)
        {
            return Gone(visit);
        }

        string name = (await contacts.NamesAsync([opened.Person.Id], cancellation)).GetValueOrDefault(opened.Person.Id.Text, "");
        AlertWords words = new(opened.Reader, opened.Person.Profile.Zone());
        return pages.Show<OneAlertPage>(visit, new
        {
            Of = new AlertOnPage(opened.Person, name.Length == 0 ? null : FirstName.Of(name), opened.Alert, words),
            Token = token,
            opened.Reader,
            Outcome = request.Query["did"].ToString() switch
            {
                "acknowledge" => words.OutcomeOf(opened.Alert, AlertAct.Acknowledged),
                "resolve" => words.OutcomeOf(opened.Alert, AlertAct.Resolved),
                _ => ((bool, string)?)null,
            },
            Now = clock.GetCurrentInstant(),
        });
    }

    [Function("ChangeByAlertLink")]
    public async Task<IResult> ChangeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "alerts/link/{token}")] HttpRequest request, string token, CancellationToken cancellation)
    {
        Visit visit = pages.Open(request);
        if (await OpenAsync(token, visit, cancellation) is not { } opened)
        {
            return Gone(visit);
        }

        (IFormCollection? form, IResult? unfit) = await pages.ReadOpenFormAsync(request, visit, cancellation);
        if (form is null)
        {
            return unfit!;
        }

        AlertReference which = new(opened.Person.Id, opened.Alert.Id);
        string act = form["act"].ToString();
        Task<Alert?>? change = act switch
        {
            "acknowledge" => desk.AcknowledgeAsync(which, opened.Reader, cancellation),
            "resolve" => desk.ResolveAsync(which, opened.Reader, ChangeAlertPage.Why(form), cancellation),
            _ => null,
        };
        if (change is null)
        {
            return pages.Say(visit, StatusCodes.Status400BadRequest, "Nothing was changed", "Go back and choose one of the buttons.");
        }

        await change;
        return pages.GoTo($"/alerts/link/{Uri.EscapeDataString(token)}?did={act}");
    }

    private async Task<OpenedLink?> OpenAsync(string token, Visit visit, CancellationToken cancellation) =>
        links.Read(token) is { } link
        && (visit.Who is not { } who || string.Equals(who.Email, link.Email, StringComparison.OrdinalIgnoreCase))
        && (await participants.LoadAsync(link.Which.Participant, cancellation))?.Person is { } person
        && await audiences.MayBeToldAsync(person, link.Email, cancellation)
        && (person.Find(link.Which.Alert) ?? await participants.AlertAsync(person.Id, link.Which.Alert, cancellation)) is { } alert
            ? new OpenedLink(person, alert, link.Email)
            : null;

    /// <summary>The same for every cause, so that nobody learns from it what there is.</summary>
    private IResult Gone(Visit visit) => pages.Say(visit, StatusCodes.Status404NotFound, "This link doesn't lead anywhere",
        "Links in alert emails end after two weeks, and are for the person they were sent to as long as they work with the participant. "
        + "Sign in as yourself to see your alerts.");

    private sealed record OpenedLink(Domain.Participants.Participant Person, Alert Alert, string Reader);
}
