using Azure.Core;
using Azure.Core.Pipeline;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Operations;

/// <summary>Counts each call to storage, tries again included: each is charged.</summary>
internal sealed class StorageTransactions(StudyMetrics metrics, StorageService service) : HttpPipelineSynchronousPolicy
{
    private readonly string name = Domain.Words.Of(service);

    public override void OnSendingRequest(HttpMessage message) => metrics.Transaction(name);
}
