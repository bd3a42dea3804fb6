namespace ConnectingPeople.Functions.FollowUps;

/// <summary>Says of an export that was given up after several tries that it failed, so that a new one can be asked for.</summary>
public sealed partial class FailExport(ExportBlobs blobs, IClock clock, ILogger<FailExport> log)
{
    [Function(nameof(FailExport))]
    public async Task RunAsync([QueueTrigger(Exports.QueueName + "-poison")] ExportMessage message, CancellationToken cancellation)
    {
        if (await blobs.StatusAsync(message.Id, cancellation) is { } status)
        {
            await blobs.SaveAsync(status with { State = ExportState.Failed, UpdatedAt = clock.GetCurrentInstant() }, cancellation);
        }

        LogFailed(message.Export);
    }

    [LoggerMessage(LogLevel.Error, "Export {Export} was given up. What went wrong stands above; mend it and ask for a new export.")]
    private partial void LogFailed(string export);
}
