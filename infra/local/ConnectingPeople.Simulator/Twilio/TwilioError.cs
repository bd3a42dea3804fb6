using Microsoft.AspNetCore.Http;

namespace ConnectingPeople.Simulator.Twilio;

/// <summary>An error as Twilio answers it. Codes and words are those of https://www.twilio.com/docs/api/errors.</summary>
public sealed record TwilioError(int Code, int Status, string Message)
{
    public static readonly TwilioError NotAuthenticated = new(20003, 401, "Authenticate");
    public static readonly TwilioError ToMissing = new(21604, 400, "A 'To' phone number is required.");
    public static readonly TwilioError FromMissing = new(21603, 400, "A 'From' phone number is required.");
    public static readonly TwilioError BodyMissing = new(21602, 400, "Message body is required.");
    public static readonly TwilioError BodyTooLong = new(21617, 400, "The concatenated message body exceeds the 1600 character limit");
    public static readonly TwilioError BadValidity = new(90007, 400, "The validity period must be a whole number of seconds from 1 to 36000");
    public static readonly TwilioError OptedOut = new(21610, 400, "Attempt to send to unsubscribed recipient");

    public static TwilioError NotFound(string resource) => new(20404, 404, $"The requested resource {resource} was not found");

    public static TwilioError NotANumber(string to) => new(21211, 400, $"Invalid 'To' Phone Number: {to}");

    public static TwilioError NotAMobile(string to) => new(21614, 400, $"'To' number is not a valid mobile number: {to}");

    public static TwilioError NotOurNumber(string from) =>
        new(21606, 400, $"The 'From' phone number {from} is not a valid, message-capable Twilio phone number for this destination/account.");

    public static TwilioError CallbackElsewhere(string url) => new(21609, 400, $"The StatusCallback URL {url} is not a valid URL. (The simulator calls this machine alone.)");

    public IResult ToResult() => Results.Json(
        new { code = Code, message = Message, more_info = $"https://www.twilio.com/docs/errors/{Code}", status = Status },
        statusCode: Status);
}
