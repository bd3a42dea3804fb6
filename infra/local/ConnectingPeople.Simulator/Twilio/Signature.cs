using System.Security.Cryptography;
using System.Text;

namespace ConnectingPeople.Simulator.Twilio;

/// <summary>
/// Signs a webhook as Twilio does: HMAC-SHA1 with the auth token over the whole URL and the form's fields in order of name
/// (https://www.twilio.com/docs/usage/security#validating-requests).
/// </summary>
public static class Signature
{
    public const string Header = "X-Twilio-Signature";

    public static string Of(Uri url, IEnumerable<KeyValuePair<string, string>> form, string authToken)
    {
        string signed = form.OrderBy(field => field.Key, StringComparer.Ordinal)
            .Aggregate(new StringBuilder(url.OriginalString), (text, field) => text.Append(field.Key).Append(field.Value))
            .ToString();
#pragma warning disable CA5350 // Twilio's scheme, not a choice of ours.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(signed)));
#pragma warning restore CA5350
    }
}
