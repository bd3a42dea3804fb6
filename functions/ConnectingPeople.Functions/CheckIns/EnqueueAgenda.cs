using Azure.Storage.Queues;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.CheckIns;

/// <summary>
/// Each minute, looks in which shards of the agenda somebody is due. One shard alone is woken here and now; several are handed
/// to the queue, so that instances share them.
/// </summary>
public sealed class EnqueueAgenda(Agenda agenda, ShardWaking waking, StorageClients clients, IClock clock)
{
    [Function(nameof(EnqueueAgenda))]
    public async Task RunAsync([TimerTrigger("%CheckInSchedule%")] TimerInfo timer, CancellationToken cancellation)
    {
        Instant now = clock.GetCurrentInstant();
        bool[] isDue = await Task.WhenAll(Enumerable.Range(0, Agenda.Shards).Select(shard => agenda.AnyDueAsync(shard, now, cancellation)));
        int[] due = [.. Enumerable.Range(0, Agenda.Shards).Where(shard => isDue[shard])];
        if (due is [int only])
        {
            await waking.WakeAsync(only, cancellation);
            return;
        }

        QueueClient queue = clients.Queue("agenda");
        await Task.WhenAll(due.Select(shard =>
            queue.SendMessageAsync(BinaryData.FromObjectAsJson(new AgendaShard(shard)), cancellationToken: cancellation)));
    }
}

/// <summary>A shard of the agenda in which somebody is due.</summary>
/// <param name="Shard">0 to 15.</param>
public sealed record AgendaShard(int Shard);
