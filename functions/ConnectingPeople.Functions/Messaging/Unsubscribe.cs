using System.Text;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Requests;
using ConnectingPeople.Functions.Site;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Messaging;

/// <summary>
/// Ends a participant's emails: by the link at an email's end, which asks first, because programs follow links too, and by the button of
/// their mail program, which posts at once (RFC 8058).
/// </summary>
public sealed class Unsubscribe(Pages pages, UnsubscribeLinks links, ParticipantStore participants, ParticipantChanges changes)
{
    /// <summary>What a mail program posts, and the page.</summary>
    public const string Field = "List-Unsubscribe";
    public const string Value = "One-Click";

    private const int MaxBytes = 16 * 1024;

    [Function(nameof(Unsubscribe))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "unsubscribe/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellation)
    {
        Visit visit = pages.Open(request);
        if (links.Read(token) is not { } id || await participants.LoadAsync(id, cancellation) is null)
        {
            return NotFound(visit);
        }

        if (HttpMethods.IsGet(request.Method))
        {
            return pages.Show<UnsubscribePage>(visit);
        }

        if (!await IsOneClickAsync(request, cancellation))
        {
            return pages.Say(visit, StatusCodes.Status400BadRequest, "Nothing was changed", "Go back, reload the page, and press the button.");
        }

        return await changes.ChangeAsync(id, (person, now) => Pausing.OptOut(new Decision(person), now), cancellation) is null
            ? NotFound(visit)
            : pages.Say(visit, StatusCodes.Status200OK, "You won't get any more messages from us", "Thank you for taking part. To hear from us again, tell your worker.");
    }

    private IResult NotFound(Visit visit) => pages.Say(
        visit, StatusCodes.Status404NotFound, "This link doesn't work", "Use the whole link from the email. Or tell your worker that you want no more emails.");

    /// <summary>Mail programs post a form of either kind; in both the field and its value stand as they are.</summary>
    private static async Task<bool> IsOneClickAsync(HttpRequest request, CancellationToken cancellation) =>
        await Body.ReadAsync(request, MaxBytes, cancellation) is { } bytes
        && Encoding.UTF8.GetString(bytes) is var body
        && body.Contains(Field, StringComparison.Ordinal)
        && body.Contains(Value, StringComparison.Ordinal);
}
