using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Privacy;

/// <summary>Forgets each night what the study's periods don't keep, and that numbers were forgotten days ago.</summary>
public sealed class ApplyRetention(Retention retention, ForgottenNumbers forgotten)
{
    [Function(nameof(ApplyRetention))]
    public async Task RunAsync([TimerTrigger("%RetentionSchedule%")] TimerInfo timer, CancellationToken cancellation)
    {
        await forgotten.ExpireAsync(cancellation);
        await retention.ApplyAsync(cancellation);
    }
}
