using System.Security.Cryptography;
using System.Text;

namespace ConnectingPeople.Simulator.SendGrid;

/// <summary>
/// Signs a post of events as SendGrid does: ECDSA on P-256 with SHA-256 over the timestamp and the body
/// (https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features).
/// </summary>
public static class EventSignature
{
    public const string Header = "X-Twilio-Email-Event-Webhook-Signature";
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    /// <param name="body">Exactly as it will be posted.</param>
    /// <param name="timestamp">In seconds since 1970.</param>
    /// <param name="privateKey">PKCS #8 in base64.</param>
    public static string Of(string body, string timestamp, string privateKey)
    {
        using ECDsa key = Key(privateKey);
        return Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(timestamp + body), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }

    /// <summary>The public half, as SendGrid shows it.</summary>
    public static string PublicKeyOf(string privateKey)
    {
        using ECDsa key = Key(privateKey);
        return Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
    }

    private static ECDsa Key(string privateKey)
    {
        ECDsa key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(Convert.FromBase64String(privateKey), out _);
        return key;
    }
}
