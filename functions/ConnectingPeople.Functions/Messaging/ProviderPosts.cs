using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace ConnectingPeople.Functions.Messaging;

/// <summary>What <see cref="ReceiveSmsStatus"/> reads of Twilio's form; it holds more.</summary>
public sealed record TwilioStatusForm(
    string MessageSid,
    [property: Description("sent, delivered, read, undelivered and failed change something; others don't.")] string MessageStatus,
    [property: Description("Twilio's code of what went wrong.")] string? ErrorCode);

/// <summary>What <see cref="ReceiveEmailEvents"/> reads of one of SendGrid's events; it holds more.</summary>
public sealed record SendGridEventRequest(
    [property: Description("delivered, bounce, dropped, deferred, spamreport, unsubscribe and group_unsubscribe change something; others don't.")] string Event,
    string Email,
    [property: JsonPropertyName("sg_event_id"), Description("An event that comes again changes nothing.")] string EventId,
    [property: JsonPropertyName("sg_message_id")] string? MessageId,
    [property: Description("Seconds since 1970.")] long Timestamp,
    [property: Description("Of a bounce: blocked, or bounce.")] string? Type,
    string? Reason,
    string? Response);

/// <summary>What a mail program posts for whoever wants no more emails (RFC 8058).</summary>
public sealed record OneClickForm([property: JsonPropertyName(Unsubscribe.Field), AllowedValues(Unsubscribe.Value)] string ListUnsubscribe);
