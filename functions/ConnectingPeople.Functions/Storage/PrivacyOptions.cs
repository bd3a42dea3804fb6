using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ConnectingPeople.Functions.Storage;

/// <summary>Keys that keep people pseudonymous.</summary>
public sealed class PrivacyOptions : IValidatableObject
{
    /// <summary>How long a key is, in bytes.</summary>
    private const int KeyBytes = 32;

    /// <summary>32 bytes in base64: hashes numbers and addresses, so that the table doesn't list them.</summary>
    public string LookupKey { get; set; } = "";

    /// <summary>32 bytes in base64: signs links to check-ins; the key that proves forms is derived from it.</summary>
    public string LinkKey { get; set; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach ((string name, string key) in (IEnumerable<(string, string)>)[("Privacy__LookupKey", LookupKey), ("Privacy__LinkKey", LinkKey)])
        {
            if (!Convert.TryFromBase64String(key, new byte[KeyBytes], out int length) || length != KeyBytes)
            {
                yield return new ValidationResult($"{name} is missing or isn't {KeyBytes} bytes in base64. Make one with: openssl rand -base64 {KeyBytes}");
            }
        }
    }
}

[OptionsValidator]
public sealed partial class PrivacyOptionsValidator : IValidateOptions<PrivacyOptions>;
