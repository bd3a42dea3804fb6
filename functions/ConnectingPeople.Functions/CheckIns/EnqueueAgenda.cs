using System.Diagnostics;
using System.Text.Json.Serialization;
using Azure.Storage.Queues;
using ConnectingPeople.Functions.Operations;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.CheckIns;

/// <summary>
/// Each minute, looks in which shards of the agenda somebody is due. One shard alone is woken here and now; several are handed
/// to the queue, so that instances share them.
/// </summary>
public sealed class EnqueueAgenda(Agenda agenda, ShardWaking waking, StorageClients clients, StudyMetrics metrics, IClock clock)
{
    [Function(nameof(EnqueueAgenda))]
    public async Task RunAsync([TimerTrigger("%CheckInSchedule%")] TimerInfo timer, CancellationToken cancellation)
    {
        Instant now = clock.GetCurrentInstant();
        Instant?[] since = await agenda.DueSinceAsync(now, cancellation);
        metrics.AgendaLags(now - (since.Min() ?? now));
        int[] due = [.. Enumerable.Range(0, Agenda.Shards).Where(shard => since[shard] is not null)];
        if (due.Length == 0)
        {
            return;
        }

        using Activity? trace = StudyTrace.Start("agenda");
        if (due is [int only])
        {
            await waking.WakeAsync(only, cancellation);
            return;
        }

        QueueClient queue = clients.Queue("agenda");
        await Task.WhenAll(due.Select(shard =>
            queue.SendMessageAsync(BinaryData.FromObjectAsJson(new AgendaShard(shard, StudyTrace.Current)), cancellationToken: cancellation)));
    }
}

/// <summary>A shard of the agenda in which somebody is due.</summary>
/// <param name="Shard">0 to 15.</param>
/// <param name="Traceparent">The trace that it belongs to; null while none is recorded.</param>
public sealed record AgendaShard(
    int Shard, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Traceparent = null);
