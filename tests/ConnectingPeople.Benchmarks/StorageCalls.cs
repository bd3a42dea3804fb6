using Azure.Core;
using Azure.Core.Pipeline;

namespace ConnectingPeople.Benchmarks;

/// <summary>Counts what goes through the pipeline of the app's storage clients.</summary>
internal sealed class StorageCalls : HttpPipelineSynchronousPolicy
{
    private int count;

    public int Count => Volatile.Read(ref count);

    public void Reset() => Volatile.Write(ref count, 0);

    public override void OnSendingRequest(HttpMessage message) => Interlocked.Increment(ref count);
}
