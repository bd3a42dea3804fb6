namespace ConnectingPeople.Functions.FollowUps;

/// <summary>
/// Compiles the export that a message asks for, and lets go of the oldest. A try that fails says so at once, so that a new
/// export can be asked for while the queue still tries this one; once a new one was, this one isn't tried again.
/// </summary>
public sealed partial class CompileExport(ExportCompiler compiler, ExportRetention retention, ExportBlobs blobs, IClock clock, ILogger<CompileExport> log)
{
    [Function(nameof(CompileExport))]
    public async Task RunAsync([QueueTrigger(Exports.QueueName)] ExportMessage message, CancellationToken cancellation)
    {
        if ((await blobs.CurrentAsync(cancellation)).Id is { } current && current != message.Id)
        {
            LogSuperseded(message.Id.Text, current.Text);
            return;
        }

        try
        {
            await compiler.CompileAsync(message.Id, cancellation);
        }
        catch
        {
            if (await blobs.StatusAsync(message.Id, CancellationToken.None) is { } status)
            {
                await blobs.SaveAsync(status with { State = ExportState.Failed, UpdatedAt = clock.GetCurrentInstant() }, CancellationToken.None);
            }

            throw;
        }

        await retention.ApplyAsync(cancellation);
    }

    [LoggerMessage(LogLevel.Information, "Export {Export} isn't compiled: {Newer} was asked for since.")]
    private partial void LogSuperseded(string export, string newer);
}
