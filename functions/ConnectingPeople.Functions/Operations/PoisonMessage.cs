using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure.Storage.Queues.Models;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Alerts;
using ConnectingPeople.Functions.CheckIns;
using ConnectingPeople.Functions.FollowUps;
using ConnectingPeople.Functions.Messaging;

namespace ConnectingPeople.Functions.Operations;

/// <summary>A message that was put aside, as far as it may be shown: ids alone, whatever stands in it.</summary>
/// <param name="Id">Storage's own.</param>
/// <param name="PutAsideAt">By storage's clock; null when it doesn't say.</param>
/// <param name="About">What it asks for.</param>
public sealed partial record PoisonMessage(string Id, Instant? PutAsideAt, string About)
{
    private const string Unreadable = "Something that can't be read";

    private static readonly JsonSerializerOptions AsTheWorkerReads = new() { PropertyNameCaseInsensitive = true };

    public static PoisonMessage Of(string queue, PeekedMessage message) => new(
        message.MessageId,
        message.InsertedOn is { } at ? Instant.FromDateTimeOffset(at) : null,
        AboutOf(queue, message.Body.ToString()));

    private static string AboutOf(string queue, string body)
    {
        try
        {
            string json = Encoding.UTF8.GetString(Convert.FromBase64String(body));
            return queue switch
            {
                "agenda" => Read<AgendaShard>(json) is { } shard ? $"Wake-ups of shard {shard.Shard}" : Unreadable,
                "outbox" => Read<OutboxMessage>(json) is { } sent ? $"Message {IdIn(sent.Message)} to {Person(sent.Participant)}" : Unreadable,
                "alerts" => Read<AlertMessage>(json) is { } alert ? AboutOf(alert) : Unreadable,
                "exports" => Read<ExportMessage>(json) is { } export ? $"Export {export.Id.Text}" : Unreadable,
                _ => Unreadable,
            };
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return Unreadable;
        }
    }

    private static string AboutOf(AlertMessage message) => message switch
    {
        { Digest: { Length: > 0 } day } => $"Digest of {IdIn(day)}",
        { Staff.Length: > 0 } => "Messages to a member of staff",
        _ => $"Alert {IdIn(message.Alert)} about {Person(message.Participant)}",
    };

    private static T? Read<T>(string json) => JsonSerializer.Deserialize<T>(json, AsTheWorkerReads);

    /// <exception cref="FormatException">It could be anything.</exception>
    private static string IdIn(string? text) => text is not null && OurIds().IsMatch(text) ? text : throw new FormatException();

    /// <exception cref="FormatException">It is nobody.</exception>
    private static string Person(string? text) => ParticipantId.TryParse(text, out ParticipantId id) ? id.Text : throw new FormatException();

    /// <summary>Words, dates and numbers: such as <c>weekly-2026-01-08.ask.1</c>; no address, no number of a phone.</summary>
    [GeneratedRegex(@"^(?:[a-z][a-z0-9-]*-)?\d{4}-\d{2}-\d{2}(?:\.[a-zA-Z0-9.-]+)?$")]
    private static partial Regex OurIds();
}
