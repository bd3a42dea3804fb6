using System.Globalization;
using System.Text;
using EllipticCurve;
using Microsoft.Extensions.Options;
using SendGrid.Helpers.EventWebhook;

namespace ConnectingPeople.Functions.SendGrid;

/// <summary>
/// Proves that events come from SendGrid, and lately: ECDSA over the timestamp and the body as it came
/// (SendGrid, "Event Webhook Security Features"). What was recorded can be posted again for <see cref="Window"/> and no longer.
/// </summary>
public sealed class SendGridSignature(IOptions<SendGridOptions> options, IClock clock)
{
    public const string Header = RequestValidator.SIGNATURE_HEADER;
    public const string TimestampHeader = RequestValidator.TIMESTAMP_HEADER;

    /// <summary>How far the timestamp may be from now, either way.</summary>
    public static readonly Duration Window = Duration.FromMinutes(10);

    private static readonly RequestValidator Validator = new();
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly PublicKey key = Validator.ConvertPublicKeyToECDSA(options.Value.EventPublicKey);

    /// <param name="headers">With signature and timestamp.</param>
    /// <param name="body">Byte for byte as it came.</param>
    public bool IsRight(IHeaderDictionary headers, byte[] body)
    {
        string timestamp = headers[TimestampHeader].ToString();
        if (!IsOfLate(timestamp))
        {
            return false;
        }

        try
        {
            return Validator.VerifySignature(key, StrictUtf8.GetString(body), headers[Header].ToString(), timestamp);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            return false; // What isn't even a signature, or isn't text, the library throws at.
        }
    }

    private bool IsOfLate(string timestamp) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
        && Math.Abs(seconds - clock.GetCurrentInstant().ToUnixTimeSeconds()) <= (long)Window.TotalSeconds;
}
