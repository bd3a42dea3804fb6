using System.Globalization;
using System.Text.Json.Serialization;

namespace ConnectingPeople.Functions.Twilio;

/// <summary>A page of Twilio's message list.</summary>
internal sealed record MessageList(
    [property: JsonPropertyName("messages")] IReadOnlyList<TwilioMessage>? Messages,
    [property: JsonPropertyName("next_page_uri")] string? Next);

/// <summary>A message as Twilio writes it: numbers as text, times in RFC 2822.</summary>
internal sealed record TwilioMessage(
    [property: JsonPropertyName("sid")] string Sid,
    [property: JsonPropertyName("from")] string? From,
    [property: JsonPropertyName("body")] string? Body,
    [property: JsonPropertyName("direction")] string? Direction,
    [property: JsonPropertyName("num_media")] string? Media,
    [property: JsonPropertyName("date_created")] string? DateCreated)
{
    public int MediaCount => int.TryParse(Media, NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : 0;

    public Instant At => Instant.FromDateTimeOffset(DateTimeOffset.Parse(DateCreated ?? "", CultureInfo.InvariantCulture));
}

/// <summary>What Twilio says when it refuses.</summary>
internal sealed record TwilioError([property: JsonPropertyName("code")] int? Code);
