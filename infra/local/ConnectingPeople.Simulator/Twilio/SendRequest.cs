using System.Globalization;
using System.Text.RegularExpressions;
using ConnectingPeople.Simulator.Phones;
using Microsoft.AspNetCore.Http;

namespace ConnectingPeople.Simulator.Twilio;

/// <summary>The form that asks for a message to be sent.</summary>
public sealed partial record SendRequest(string To, string From, string? MessagingServiceSid, string Body, string StatusCallback, string ValidityPeriod)
{
    private const int MaxCharacters = 1600;
    private const int MaxValidSeconds = 36_000;

    public static SendRequest Read(IFormCollection form) => new(
        form["To"].ToString().Trim(),
        form["From"].ToString().Trim(),
        form["MessagingServiceSid"].ToString() is { Length: > 0 } service ? service : null,
        form["Body"].ToString(),
        form["StatusCallback"].ToString(),
        form["ValidityPeriod"].ToString());

    /// <summary>How many seconds the message may wait in a queue before it is dropped; null for as long as Twilio keeps any.</summary>
    public int? ValidSeconds => int.TryParse(ValidityPeriod, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) ? seconds : null;

    /// <summary>What Twilio would refuse, in the order it looks, or null.</summary>
    public TwilioError? Fault(string ourNumber) => this switch
    {
        { To: "" } => TwilioError.ToMissing,
        { From: "", MessagingServiceSid: null } => TwilioError.FromMissing,
        { Body: "" } => TwilioError.BodyMissing,
        { Body.Length: > MaxCharacters } => TwilioError.BodyTooLong,
        { MessagingServiceSid: null } when From != ourNumber => TwilioError.NotOurNumber(From),
        _ when !PhoneBook.IsNumber(To) => TwilioError.NotANumber(To),
        _ when Landline().IsMatch(To) => TwilioError.NotAMobile(To),
        { ValidityPeriod: not "", ValidSeconds: not (>= 1 and <= MaxValidSeconds) } => TwilioError.BadValidity,
        { StatusCallback: not "" } when !IsOnThisMachine(StatusCallback) => TwilioError.CallbackElsewhere(StatusCallback),
        _ => null,
    };

    /// <summary>A simulation must not tell anyone outside about the messages in it.</summary>
    private static bool IsOnThisMachine(string url) => Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) && uri.IsLoopback;

    [GeneratedRegex(@"^\+44[123]")]
    private static partial Regex Landline();
}
