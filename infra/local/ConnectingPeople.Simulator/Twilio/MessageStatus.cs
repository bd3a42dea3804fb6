using System.Text.Json;

namespace ConnectingPeople.Simulator.Twilio;

/// <summary>How far a message has come, in Twilio's words.</summary>
public enum MessageStatus
{
    Accepted,
    Queued,
    Sent,
    Delivered,
    Undelivered,
    Failed,
    Received,
}

/// <summary>Whose message it is: a person's, a call of the API, or a reply in TwiML.</summary>
public enum MessageDirection
{
    Inbound,
    OutboundApi,
    OutboundReply,
}

/// <summary>The words as they stand in Twilio's JSON and forms.</summary>
public static class TwilioWords
{
    public static string Word(this MessageStatus status) => JsonNamingPolicy.KebabCaseLower.ConvertName(status.ToString());

    public static string Word(this MessageDirection direction) => JsonNamingPolicy.KebabCaseLower.ConvertName(direction.ToString());
}
