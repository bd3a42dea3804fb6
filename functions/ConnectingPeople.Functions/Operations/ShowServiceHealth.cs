using System.Globalization;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Health;
using ConnectingPeople.Functions.Site;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Operations;

/// <summary>The page that tells an administrator whether the work is done, and gives what was put aside another try.</summary>
public sealed class ShowServiceHealth(Pages pages, Readiness readiness, ServiceHealthReader reader, PoisonQueues queues, AuditLog audit, Study study)
{
    public const string Address = "/service-health";

    [Function("GetServiceHealthPage")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "service-health")] HttpRequest request, CancellationToken cancellation)
    {
        if (pages.Refuses(request, out Visit visit, Role.Administrator) is { } refusal)
        {
            return refusal;
        }

        string? notReady = await readiness.ProblemAsync(cancellation);
        return pages.Show<ServiceHealthPage>(visit, new
        {
            NotReady = notReady,
            Now = notReady is null ? await reader.ReadAsync(cancellation) : null,
            Zone = study.Alerts.Working.Zone,
            Moved = int.TryParse(request.Query["moved"], NumberStyles.None, CultureInfo.InvariantCulture, out int moved) ? moved : (int?)null,
        });
    }

    [Function("TryPoisonAgainOnPage")]
    public async Task<IResult> TryAgainAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "service-health/try-again")] HttpRequest request, CancellationToken cancellation)
    {
        (Visit visit, IFormCollection? form, IResult? refusal) = await pages.ReadFormAsync(request, [Role.Administrator], cancellation);
        if (form is null)
        {
            return refusal!;
        }

        string queue = form["queue"].ToString();
        if (!StorageClients.QueueNames.Contains(queue))
        {
            return pages.NotFound(visit, "queue");
        }

        string? message = form["message"].ToString() is { Length: > 0 } id ? id : null;
        int moved = await queues.TryAgainAsync(queue, message, cancellation);
        if (moved > 0)
        {
            await audit.TriedAgainAsync(visit.Who!, queue, message, moved, cancellation);
        }

        return pages.GoTo($"{Address}?moved={moved}");
    }
}
