using Azure;
using Azure.Identity;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Health;

/// <summary>Says whether the app runs, and whether it can do its work.</summary>
public sealed class GetHealth(StorageClients clients, StorageSetup setup)
{
    [Function("GetHealth")]
    public static IResult Alive([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request) =>
        Results.Ok(new HealthAnswer("alive"));

    [Function("GetReadiness")]
    public async Task<IResult> ReadyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/ready")] HttpRequest request, CancellationToken cancellation)
    {
        if (!setup.IsDone)
        {
            return Problem.Unavailable("Storage hasn't answered yet. Check AzureWebJobsStorage and IdentityStorage, and that storage is running.");
        }

        try
        {
            using CancellationTokenSource soon = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            soon.CancelAfter(TimeSpan.FromSeconds(5));
            await clients.Participants.GetEntityIfExistsAsync<Azure.Data.Tables.TableEntity>("ready", "ready", cancellationToken: soon.Token);
            await clients.Contacts.GetEntityIfExistsAsync<Azure.Data.Tables.TableEntity>("ready", "ready", cancellationToken: soon.Token);
            return Results.Ok(new HealthAnswer("ready"));
        }
        catch (Exception e) when (e is RequestFailedException or AuthenticationFailedException or AggregateException or OperationCanceledException
            && !cancellation.IsCancellationRequested)
        {
            return Problem.Unavailable("Storage doesn't answer. Check that it is running and reachable, and in Azure that the app's identities have their roles there.");
        }
    }
}
