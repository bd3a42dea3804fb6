using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Operations;
using ConnectingPeople.Functions.Site;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Replies;

/// <summary>The page on which an administrator reads what strangers wrote, and says who looks after those that may be in danger.</summary>
public sealed class ShowUnknownNumbers(Pages pages, UnknownNumbers unknown, AuditLog audit, Study study, IClock clock)
{
    public const string Address = "/unknown-numbers";

    [Function("GetUnknownNumbersPage")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "unknown-numbers")] HttpRequest request, CancellationToken cancellation) =>
        pages.Refuses(request, out Visit visit, Role.Administrator) is { } refusal
            ? refusal
            : pages.Show<UnknownNumbersPage>(visit, new
            {
                Messages = await unknown.ListAsync(cancellation),
                Zone = study.Alerts.Working.Zone,
                Now = clock.GetCurrentInstant(),
                Done = request.Query["done"] == "looked-after",
            });

    [Function("LookAfterUnknownNumber")]
    public async Task<IResult> LookAfterAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "unknown-numbers/look-after")] HttpRequest request, CancellationToken cancellation)
    {
        (Visit visit, IFormCollection? form, IResult? refusal) = await pages.ReadFormAsync(request, [Role.Administrator], cancellation);
        if (form is null)
        {
            return refusal!;
        }

        string message = form["message"].ToString();
        if (!await unknown.LookAfterAsync(message, visit.Who!.Email, cancellation))
        {
            return pages.NotFound(visit, "message");
        }

        await audit.LookedAfterAsync(visit.Who, message, cancellation);
        return pages.GoTo($"{Address}?done=looked-after");
    }
}
