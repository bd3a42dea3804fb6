using Azure.Storage.Queues;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.CheckIns;

/// <summary>Each minute, hands over the shards in which somebody is due.</summary>
public sealed class EnqueueAgenda(Agenda agenda, StorageClients clients, IClock clock)
{
    [Function(nameof(EnqueueAgenda))]
    public async Task RunAsync([TimerTrigger("%CheckInSchedule%")] TimerInfo timer, CancellationToken cancellation)
    {
        Instant now = clock.GetCurrentInstant();
        QueueClient queue = clients.Queue("agenda");
        await Parallel.ForEachAsync(Enumerable.Range(0, Agenda.Shards), cancellation, async (shard, stop) =>
        {
            if (await agenda.AnyDueAsync(shard, now, stop))
            {
                await queue.SendMessageAsync(BinaryData.FromObjectAsJson(new AgendaShard(shard)), cancellationToken: stop);
            }
        });
    }
}

/// <summary>A shard of the agenda in which somebody is due.</summary>
/// <param name="Shard">0 to 15.</param>
public sealed record AgendaShard(int Shard);
