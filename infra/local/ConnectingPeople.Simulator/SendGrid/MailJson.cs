using System.Text.Json.Serialization;

namespace ConnectingPeople.Simulator.SendGrid;

/// <summary>The part of a mail/send request that a reader sees (https://www.twilio.com/docs/sendgrid/api-reference/mail-send).</summary>
public sealed record MailJson(IReadOnlyList<Personalization>? Personalizations, MailAddress? From, string? Subject, IReadOnlyList<MailContent>? Content)
{
    [JsonPropertyName("custom_args")]
    public IReadOnlyDictionary<string, string>? CustomArgs { get; init; }

    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    [JsonPropertyName("tracking_settings")]
    public Tracking? Tracking { get; init; }

    /// <summary>The first thing SendGrid would refuse, as the field and its message, or null.</summary>
    public (string Field, string Message)? Fault() => this switch
    {
        { Personalizations: null or { Count: 0 } } => ("personalizations", "The personalizations field is required and must have at least one personalization."),
        _ when Personalizations.Any(p => p.To is null or { Count: 0 }) => ("personalizations.0.to", "The to array is required for all personalization objects, and must have at least one email object with a valid email address."),
        _ when Personalizations.SelectMany(p => p.To!).Any(to => !IsAddress(to.Email)) => ("personalizations.0.to.0.email", "Does not contain a valid address."),
        _ when !IsAddress(From?.Email) => ("from.email", "The from email does not contain a valid address."),
        _ when string.IsNullOrEmpty(Subject) && Personalizations.Any(p => string.IsNullOrEmpty(p.Subject)) => ("subject", "The subject is required."),
        { Content: null or { Count: 0 } } => ("content", "Unless a valid template_id is provided, the content parameter is required."),
        _ => null,
    };

    public string ContentOf(string type) => Content?.FirstOrDefault(part => part.Type == type)?.Value ?? "";

    private static bool IsAddress(string? text) => text?.IndexOf('@', StringComparison.Ordinal) is > 0 && !text.EndsWith('@');
}

public sealed record Personalization(IReadOnlyList<MailAddress>? To, string? Subject)
{
    [JsonPropertyName("custom_args")]
    public IReadOnlyDictionary<string, string>? CustomArgs { get; init; }

    public IReadOnlyDictionary<string, string>? Headers { get; init; }
}

/// <summary>What the provider may change in a mail to see who reads it. What isn't switched off is as the account has it: on, for new ones.</summary>
public sealed record Tracking(
    [property: JsonPropertyName("click_tracking")] Switch? Clicks,
    [property: JsonPropertyName("open_tracking")] Switch? Opens)
{
    public bool IsOff => Clicks is { Enable: false, EnableText: not true } && Opens is { Enable: false };
}

public sealed record Switch(bool? Enable, [property: JsonPropertyName("enable_text")] bool? EnableText);

public sealed record MailAddress(string? Email, string? Name);

public sealed record MailContent(string? Type, [property: JsonRequired] string Value);
