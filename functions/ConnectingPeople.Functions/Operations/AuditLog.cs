using Azure.Data.Tables;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Operations;

/// <summary>
/// Writes down which administrator did what to the service: who in a row that stays with the staff's, since logs hold no addresses;
/// what in both.
/// </summary>
public sealed partial class AuditLog(StorageClients clients, IClock clock, ILogger<AuditLog> log)
{
    private const string Partition = "audit";

    /// <summary>Messages were given another try.</summary>
    public async Task TriedAgainAsync(Principal by, string queue, string? message, int moved, CancellationToken cancellation)
    {
        Instant now = clock.GetCurrentInstant();
        string row = $"{now.ToUnixTimeTicks():D20}|{Guid.NewGuid():N}";
        await clients.Staff.AddEntityAsync(
            new TableEntity(Partition, row) { ["By"] = by.Email, ["Did"] = "try-again", ["Queue"] = queue, ["Message"] = message ?? "all", ["Moved"] = moved },
            cancellation);
        LogTriedAgain(moved, queue, row);
    }

    [LoggerMessage(LogLevel.Information, "An administrator put {Moved} messages of {Queue}-poison back to be tried again; audit {Row} says who.")]
    private partial void LogTriedAgain(int moved, string queue, string row);
}
