using System.Text.Json.Serialization;
using Azure;
using Azure.Storage.Queues;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Operations;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Alerts;

/// <summary>Hands alerts to the queue that tells people of them.</summary>
public sealed partial class AlertHandover(StorageClients clients, ILogger<AlertHandover> log)
{
    /// <summary>How long the answer to somebody who may be in danger may wait for the queue.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly QueueClient queue = clients.Queue("alerts");

    /// <summary>
    /// Hands over what a stored decision wants told. When the queue is away or slow, whoever made the decision goes on nevertheless, above
    /// all the answer to somebody who may be in danger: the wake-up that the decision put on the agenda hands over what couldn't be now.
    /// </summary>
    public async Task HandOverAsync(Decision decision, CancellationToken cancellation)
    {
        if (decision.Tell.Count == 0)
        {
            return;
        }

        using CancellationTokenSource hurry = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        hurry.CancelAfter(Patience);
        try
        {
            foreach (string alert in decision.Tell)
            {
                await SendAsync(new AlertMessage { Participant = decision.Person.Id.Text, Alert = alert }, hurry.Token);
            }
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            LogLater(e, decision.Person.Id.Text);
        }
    }

    public Task SendAsync(AlertMessage message, CancellationToken cancellation) =>
        queue.SendMessageAsync(BinaryData.FromObjectAsJson(message with { Traceparent = StudyTrace.Current }), cancellationToken: cancellation);

    [LoggerMessage(LogLevel.Warning, "An alert about {Participant} couldn't be handed over now; its wake-up does it in a few minutes.")]
    private partial void LogLater(Exception e, string participant);
}

/// <summary>An alert that somebody must hear of, a member of staff whose tray is to be looked at, or a digest to be sent.</summary>
public sealed record AlertMessage
{
    public string? Participant { get; init; }

    public string? Alert { get; init; }

    /// <summary>The address of whose tray; null where it is about one alert.</summary>
    public string? Staff { get; init; }

    /// <summary>The local day of a digest, such as <c>2026-03-09</c>: of that member of staff, or of everybody; null for alerts.</summary>
    public string? Digest { get; init; }

    /// <summary>The trace that it belongs to; null while none is recorded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Traceparent { get; init; }
}
