using System.Collections.Frozen;
using System.Text.Json;
using ConnectingPeople.Functions.Messaging;

namespace ConnectingPeople.Functions.SendGrid;

/// <summary>Reads what SendGrid's event webhook posts (https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event).</summary>
public static class SendGridEvents
{
    /// <summary>How many events one post may have.</summary>
    public const int Max = 1000;

    /// <summary>SendGrid's own text fields; any other is one of <see cref="Email.About"/>, which it puts beside them.</summary>
    private static readonly FrozenSet<string> Own = FrozenSet.Create(
        "email", "event", "sg_event_id", "sg_message_id", "smtp-id", "reason", "status", "response", "attempt", "type", "bounce_classification",
        "ip", "category", "useragent", "url", "sg_template_id", "sg_template_name", "sg_content_type", "cert_err");

    /// <summary>Reads a post. An item that is no event is left out, and named: the others were told only once.</summary>
    /// <param name="body">As it came.</param>
    /// <param name="unread">Told of each item that is no event: where it stands, and why.</param>
    /// <returns>The events of kinds that we know, or the refusal of the whole post.</returns>
    public static (IReadOnlyList<EmailEvent>? Events, IResult? Problem) Read(string body, Action<int, string> unread)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Array)
            {
                return (null, Problem.BadRequest("Events come as a JSON list: [{ … }]."));
            }

            return document.RootElement.GetArrayLength() > Max
                ? (null, Problem.TooMany($"A post may have {Max:N0} events at the most."))
                : ([.. document.RootElement.EnumerateArray().Select((item, index) => Read(item, index, unread)).OfType<EmailEvent>()], null);
        }
        catch (JsonException e)
        {
            return (null, Problem.BadRequest($"The body isn't JSON: line {e.LineNumber + 1}, position {e.BytePositionInLine + 1}."));
        }
    }

    private static EmailEvent? Read(JsonElement item, int index, Action<int, string> unread)
    {
        try
        {
            return Read(item);
        }
        catch (FormatException e)
        {
            unread(index, e.Message);
        }
        catch (InvalidOperationException)
        {
            unread(index, "It holds half a character (such as \\ud83d alone).");
        }

        return null;
    }

    /// <returns>Null for an event of a kind that changes nothing here.</returns>
    /// <exception cref="FormatException">It is no event.</exception>
    private static EmailEvent? Read(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object || Text(item, "event") is not { } name)
        {
            throw new FormatException("It is no event: it needs \"event\".");
        }

        if (KindOf(name, Text(item, "type")) is not { } kind)
        {
            return null;
        }

        if (Text(item, "email") is not { } to || Text(item, "sg_event_id") is not { } id || AtOf(item) is not { } at)
        {
            throw new FormatException("It needs \"email\", \"sg_event_id\" and \"timestamp\" in seconds.");
        }

        return new EmailEvent(id, kind, at, Text(item, "reason") ?? Text(item, "response"), to, AboutOf(item))
        {
            ProviderId = Text(item, "sg_message_id")?.Split('.')[0],
        };
    }

    private static EmailEventKind? KindOf(string name, string? type) => (name, type) switch
    {
        ("delivered", _) => EmailEventKind.Delivered,
        ("bounce", "blocked") => EmailEventKind.Blocked,
        ("bounce", _) => EmailEventKind.Bounced,
        ("dropped", _) => EmailEventKind.Dropped,
        ("spamreport", _) => EmailEventKind.SpamReport,
        ("unsubscribe" or "group_unsubscribe", _) => EmailEventKind.Unsubscribed,
        ("deferred", _) => EmailEventKind.Deferred,
        _ => null,
    };

    private static Instant? AtOf(JsonElement item) =>
        item.TryGetProperty("timestamp", out JsonElement value) && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt64(out long seconds) && seconds is >= 0 and < 253_402_300_800 // the year 10000
            ? Instant.FromUnixTimeSeconds(seconds)
            : null;

    private static Dictionary<string, string> AboutOf(JsonElement item)
    {
        Dictionary<string, string> about = [];
        foreach (JsonProperty field in item.EnumerateObject().Where(field => field.Value.ValueKind == JsonValueKind.String && !Own.Contains(field.Name)))
        {
            about[field.Name] = field.Value.GetString()!;
        }

        return about;
    }

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
