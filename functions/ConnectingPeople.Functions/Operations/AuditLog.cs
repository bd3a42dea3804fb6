using Azure.Data.Tables;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Operations;

/// <summary>
/// Writes down which administrator did what to the service, and who handed people over: who in a row that stays with the staff's, since
/// logs hold no addresses; what in both.
/// </summary>
public sealed partial class AuditLog(StorageClients clients, IClock clock, ILogger<AuditLog> log)
{
    private const string Partition = "audit";

    /// <summary>Messages were given another try.</summary>
    public async Task TriedAgainAsync(Principal by, string queue, string? message, int moved, CancellationToken cancellation) =>
        LogTriedAgain(moved, queue, await WriteAsync(by, "try-again", cancellation, ("Queue", queue), ("Message", message ?? "all"), ("Moved", moved)));

    /// <summary>Somebody looks after a message from a number that nobody is enrolled with.</summary>
    public async Task LookedAfterAsync(Principal by, string message, CancellationToken cancellation) =>
        LogLookedAfter(message, await WriteAsync(by, "look-after", cancellation, ("Message", message)));

    /// <summary>Somebody hands a person over to another practitioner.</summary>
    public async Task HandedOverAsync(Principal by, ParticipantId id, string practitioner, CancellationToken cancellation) =>
        LogHandedOver(id.Text, await WriteAsync(by, "hand-over", cancellation, ("Participant", id.Text), ("Practitioner", practitioner)));

    /// <returns>The row's key.</returns>
    private async Task<string> WriteAsync(Principal by, string did, CancellationToken cancellation, params (string Column, object Value)[] what)
    {
        string key = $"{clock.GetCurrentInstant().ToUnixTimeTicks():D20}|{Guid.NewGuid():N}";
        TableEntity row = new(Partition, key) { ["By"] = by.Email, ["Did"] = did };
        foreach ((string column, object value) in what)
        {
            row[column] = value;
        }

        await clients.Staff.AddEntityAsync(row, cancellation);
        return key;
    }

    [LoggerMessage(LogLevel.Information, "{Participant} is handed over to another practitioner; audit {Row} says by whom and to whom.")]
    private partial void LogHandedOver(string participant, string row);

    [LoggerMessage(LogLevel.Information, "An administrator looks after message {Message} from a number that nobody is enrolled with; audit {Row} says who.")]
    private partial void LogLookedAfter(string message, string row);

    [LoggerMessage(LogLevel.Information, "An administrator put {Moved} messages of {Queue}-poison back to be tried again; audit {Row} says who.")]
    private partial void LogTriedAgain(int moved, string queue, string row);
}
