using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace ConnectingPeople.Functions.Twilio;

/// <summary>
/// Proves that a request comes from Twilio: HMAC-SHA1 under the account's token over the public address and the sorted
/// parameters (Twilio, "Security: validating signatures"). The address is the one Twilio was told, so a proxy may rewrite it.
/// </summary>
public sealed class TwilioSignature(IOptions<TwilioOptions> account, IOptions<SiteOptions> site)
{
    public const string Header = "X-Twilio-Signature";

    /// <summary>Reads a form that Twilio posted.</summary>
    /// <returns>Null when it can't be read as one, or Twilio didn't sign it.</returns>
    public async Task<IFormCollection?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        try
        {
            IFormCollection form = await request.ReadFormAsync(cancellation);
            return IsRight(request, form) ? form : null;
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    private bool IsRight(HttpRequest request, IFormCollection form)
    {
        StringBuilder signed = new StringBuilder(site.Value.Root).Append(request.Path.ToUriComponent()).Append(request.QueryString.Value);
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues values) in form.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            foreach (string? value in values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                signed.Append(name).Append(value);
            }
        }

        Span<byte> expected = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // Twilio signs with SHA-1; as a keyed hash it still holds.
        HMACSHA1.HashData(Encoding.UTF8.GetBytes(account.Value.AuthToken), Encoding.UTF8.GetBytes(signed.ToString()), expected);
#pragma warning restore CA5350
        Span<byte> given = stackalloc byte[HMACSHA1.HashSizeInBytes];
        return Convert.TryFromBase64String(request.Headers[Header].ToString(), given, out int length)
            && length == given.Length
            && CryptographicOperations.FixedTimeEquals(expected, given);
    }
}
