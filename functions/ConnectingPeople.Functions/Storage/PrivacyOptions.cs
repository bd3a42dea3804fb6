namespace ConnectingPeople.Functions.Storage;

/// <summary>Keys that keep people pseudonymous.</summary>
public sealed class PrivacyOptions
{
    /// <summary>32 bytes in base64: hashes numbers and addresses, so that the table doesn't list them.</summary>
    public required string LookupKey { get; init; }

    /// <summary>32 bytes in base64: signs links to check-ins.</summary>
    public required string LinkKey { get; init; }

    internal byte[] LookupKeyBytes => lookupKey ??= Convert.FromBase64String(LookupKey);

    private byte[]? lookupKey;
}
