using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.CheckIns;

/// <summary>Wakes the participants of one agenda shard whose time has come.</summary>
public sealed class WakeParticipants(ShardWaking waking)
{
    [Function(nameof(WakeParticipants))]
    public Task RunAsync([QueueTrigger("agenda")] AgendaShard shard, CancellationToken cancellation) => shard.Shard is >= 0 and < Agenda.Shards
        ? waking.WakeAsync(shard.Shard, cancellation)
        : throw new FormatException($"There is no agenda shard {shard.Shard}.");
}
