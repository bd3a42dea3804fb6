namespace ConnectingPeople.Functions.FollowUps;

/// <summary>Compiles the export that a message asks for, and lets go of the oldest.</summary>
public sealed class CompileExport(ExportCompiler compiler, ExportRetention retention)
{
    [Function(nameof(CompileExport))]
    public async Task RunAsync([QueueTrigger(Exports.QueueName)] ExportMessage message, CancellationToken cancellation)
    {
        await compiler.CompileAsync(message.Id, cancellation);
        await retention.ApplyAsync(cancellation);
    }
}
