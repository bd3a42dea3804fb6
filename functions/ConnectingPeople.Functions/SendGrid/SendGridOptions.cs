using System.ComponentModel.DataAnnotations;
using System.Net.Mail;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace ConnectingPeople.Functions.SendGrid;

/// <summary>The account that sends email.</summary>
public sealed class SendGridOptions : IValidatableObject
{
    [Required(ErrorMessage = "SendGrid__ApiKey is missing: make one in SendGrid under Settings, API Keys, with Mail Send alone.")]
    [RegularExpression(@"^SG\.[A-Za-z0-9._-]+$", ErrorMessage = "SendGrid__ApiKey must be a key such as SendGrid shows once: SG. and letters, digits, dots, _ and -.")]
    public string ApiKey { get; set; } = "";

    /// <summary>An address, or a name with one: <c>Connecting People &lt;study@example.org&gt;</c>.</summary>
    [Required(ErrorMessage = "SendGrid__From is missing: the address that email comes from, verified in SendGrid.")]
    public string From { get; set; } = "";

    [Required(ErrorMessage = "SendGrid__BaseUrl is missing: https://api.sendgrid.com, https://api.eu.sendgrid.com, or the simulator's address.")]
    [WebAddress(ErrorMessage = "SendGrid__BaseUrl isn't an address such as https://api.sendgrid.com.")]
    public string BaseUrl { get; set; } = "";

    /// <summary>In base64, as SendGrid shows it: the DER of an ECDSA key on P-256.</summary>
    [Required(ErrorMessage = "SendGrid__EventPublicKey is missing: copy the verification key from SendGrid under Settings, Mail Settings, Event Webhooks.")]
    public string EventPublicKey { get; set; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (From.Length > 0 && !MailAddress.TryCreate(From, out _))
        {
            yield return new ValidationResult("SendGrid__From isn't an address such as study@example.org or Connecting People <study@example.org>.");
        }

        if (EventPublicKey.Length > 0 && !IsKey(EventPublicKey))
        {
            yield return new ValidationResult("SendGrid__EventPublicKey isn't the verification key that SendGrid shows for the event webhook (MFkw…).");
        }
    }

    private static bool IsKey(string text)
    {
        try
        {
            using ECDsa key = ECDsa.Create();
            byte[] der = Convert.FromBase64String(text);
            key.ImportSubjectPublicKeyInfo(der, out int read);
            return read == der.Length && key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value;
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return false;
        }
    }
}

[OptionsValidator]
public sealed partial class SendGridOptionsValidator : IValidateOptions<SendGridOptions>;
