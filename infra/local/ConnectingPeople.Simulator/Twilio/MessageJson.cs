using System.Globalization;
using System.Text.Json;

namespace ConnectingPeople.Simulator.Twilio;

/// <summary>A message as Twilio's REST API shows it; the names become snake case.</summary>
public sealed record MessageJson(
    string Sid,
    string AccountSid,
    string ApiVersion,
    string Body,
    string? From,
    string To,
    string Direction,
    string Status,
    string DateCreated,
    string DateUpdated,
    string? DateSent,
    int? ErrorCode,
    string? ErrorMessage,
    string? MessagingServiceSid,
    string NumMedia,
    string NumSegments,
    string? Price,
    string PriceUnit,
    string Uri,
    IReadOnlyDictionary<string, string> SubresourceUris)
{
    public static JsonSerializerOptions SnakeCase { get; } = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static MessageJson Of(TwilioMessage message, string accountSid)
    {
        string resource = $"/2010-04-01/Accounts/{accountSid}/Messages/{message.Sid}";
        return new MessageJson(
            message.Sid,
            accountSid,
            "2010-04-01",
            message.Body,
            message.From,
            message.To,
            message.Direction.Word(),
            message.Status.Word(),
            Rfc2822(message.CreatedAt),
            Rfc2822(message.UpdatedAt),
            message.SentAt is { } sent ? Rfc2822(sent) : null,
            message.ErrorCode,
            message.ErrorCode is null ? null : "The message was not delivered.",
            message.MessagingServiceSid,
            message.Media.Count.ToString(CultureInfo.InvariantCulture),
            Segments.Count(message.Body).ToString(CultureInfo.InvariantCulture),
            Price: null,
            "USD",
            $"{resource}.json",
            new Dictionary<string, string> { ["media"] = $"{resource}/Media.json" });
    }

    private static string Rfc2822(Instant at) =>
        at.ToDateTimeUtc().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}
