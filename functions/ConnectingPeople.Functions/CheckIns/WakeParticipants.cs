using System.Diagnostics;
using ConnectingPeople.Functions.Operations;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.CheckIns;

/// <summary>Wakes the participants of one agenda shard whose time has come.</summary>
public sealed class WakeParticipants(ShardWaking waking)
{
    [Function(nameof(WakeParticipants))]
    public async Task RunAsync([QueueTrigger("agenda")] AgendaShard shard, CancellationToken cancellation)
    {
        if (shard.Shard is < 0 or >= Agenda.Shards)
        {
            throw new FormatException($"There is no agenda shard {shard.Shard}.");
        }

        using Activity? trace = StudyTrace.Continue("wake shard", shard.Traceparent);
        await waking.WakeAsync(shard.Shard, cancellation);
    }
}
