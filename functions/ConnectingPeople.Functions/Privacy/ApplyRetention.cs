namespace ConnectingPeople.Functions.Privacy;

/// <summary>Forgets each night what the study's periods don't keep.</summary>
public sealed class ApplyRetention(Retention retention)
{
    [Function(nameof(ApplyRetention))]
    public Task RunAsync([TimerTrigger("%RetentionSchedule%")] TimerInfo timer, CancellationToken cancellation) => retention.ApplyAsync(cancellation);
}
