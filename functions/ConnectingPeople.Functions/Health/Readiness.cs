using Azure;
using Azure.Data.Tables;
using Azure.Identity;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Health;

/// <summary>Whether the app can do its work.</summary>
public sealed class Readiness(StorageClients clients, StorageSetup setup)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Why it can't, and what to check; null when it can.</summary>
    public async Task<string?> ProblemAsync(CancellationToken cancellation)
    {
        if (!setup.IsDone)
        {
            return "Storage hasn't answered yet. Check AzureWebJobsStorage and IdentityStorage, and that storage is running.";
        }

        try
        {
            using CancellationTokenSource soon = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            soon.CancelAfter(Patience);
            await clients.Participants.GetEntityIfExistsAsync<TableEntity>("ready", "ready", cancellationToken: soon.Token);
            await clients.Contacts.GetEntityIfExistsAsync<TableEntity>("ready", "ready", cancellationToken: soon.Token);
            return null;
        }
        catch (Exception e) when (e is RequestFailedException or AuthenticationFailedException or AggregateException or OperationCanceledException
            && !cancellation.IsCancellationRequested)
        {
            return "Storage doesn't answer. Check that it is running and reachable, and in Azure that the app's identities have their roles there.";
        }
    }
}
