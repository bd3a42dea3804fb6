using Azure;
using Azure.Storage.Queues;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Alerts;

/// <summary>Hands alerts to the queue that tells people of them.</summary>
public sealed partial class AlertQueue(StorageClients clients, ILogger<AlertQueue> log)
{
    private readonly QueueClient queue = clients.Queue("alerts");

    /// <summary>Hands over what a stored decision wants told.</summary>
    public async Task HandOverAsync(Change change, CancellationToken cancellation)
    {
        foreach (string alert in change.Decision.Tell)
        {
            await SendAsync(new AlertMessage { Participant = change.After.Person.Id.Text, Alert = alert }, cancellation);
        }
    }

    /// <summary>
    /// The same on the way to the answer of somebody who may be in danger. They must get their answer even when the queue is
    /// away; the wake-up that is on the agenda since before the decision was stored hands over what couldn't be now.
    /// </summary>
    public async Task TryHandOverAsync(Change change, CancellationToken cancellation)
    {
        try
        {
            await HandOverAsync(change, cancellation);
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException)
        {
            LogLater(e, change.After.Person.Id.Text);
        }
    }

    public Task SendAsync(AlertMessage message, CancellationToken cancellation) =>
        queue.SendMessageAsync(BinaryData.FromObjectAsJson(message), cancellationToken: cancellation);

    [LoggerMessage(LogLevel.Warning, "An alert about {Participant} couldn't be handed over now; its wake-up does it in a few minutes.")]
    private partial void LogLater(Exception e, string participant);
}

/// <summary>An alert that somebody must hear of, or a member of staff whose tray is to be looked at.</summary>
public sealed record AlertMessage
{
    public string? Participant { get; init; }

    public string? Alert { get; init; }

    /// <summary>The address of whose tray; null where it is about one alert.</summary>
    public string? Staff { get; init; }
}
