using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ConnectingPeople.Functions.Storage;
using Microsoft.Extensions.Options;

namespace ConnectingPeople.Functions.Site;

/// <summary>
/// Tells a form that was filled in on our page from one that another site makes a signed-in browser send. The token names the hour
/// in which it ends and whom it was made for, under a key that every instance derives alike, so none needs to remember any.
/// </summary>
public sealed class FormToken(IOptions<PrivacyOptions> privacy, IClock clock)
{
    /// <summary>The name of the hidden field.</summary>
    public const string Field = "formToken";

    private const int ValidHours = 12;

    private static readonly string[] Foreign = ["cross-site", "same-site"];

    private readonly byte[] key = HKDF.DeriveKey(
        HashAlgorithmName.SHA256, Convert.FromBase64String(privacy.Value.LinkKey), outputLength: 32, info: "connecting-people form token"u8.ToArray());

    /// <summary>Whether the browser says that another site made it send this.</summary>
    public static bool IsForeign(HttpRequest request) => Foreign.Contains(request.Headers["Sec-Fetch-Site"].ToString());

    /// <summary>A token for forms on a page shown now; good for twelve hours.</summary>
    /// <param name="subject">Whom it was shown to: an address, or a link whose holder nobody knows.</param>
    public string Make(string subject) => Make(subject, Hour + ValidHours);

    /// <summary>Whether a form comes from a page that was shown to that one, not too long ago, and from no other site.</summary>
    public bool Fits(HttpRequest request, string? token, string subject) =>
        !IsForeign(request)
        && token?.Split('.') is [string written, _]
        && long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out long ends)
        && ends >= Hour
        && ends <= Hour + ValidHours
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(Make(subject, ends)));

    private long Hour => clock.GetCurrentInstant().ToUnixTimeSeconds() / 3600;

    private string Make(string subject, long ends)
    {
        string hour = ends.ToString(CultureInfo.InvariantCulture);
        byte[] proof = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{hour} {subject}"));
        return $"{hour}.{Base64Url.EncodeToString(proof)}";
    }
}
