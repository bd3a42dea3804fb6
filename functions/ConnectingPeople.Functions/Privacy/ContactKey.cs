using System.Text.RegularExpressions;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Privacy;

/// <summary>A key of the contact store.</summary>
/// <param name="Id">Stands with everything that it sealed.</param>
/// <param name="Bytes">32 of them, for AES-256.</param>
public sealed partial record ContactKey(string Id, byte[] Bytes)
{
    /// <summary>Reads <c>id:base64</c>.</summary>
    /// <returns>Null for anything else.</returns>
    public static ContactKey? Parse(string setting) =>
        setting.Split(':', 2) is [string id, string key] && IdShape().IsMatch(id) && Decode(key) is { } bytes ? new ContactKey(id, bytes) : null;

    /// <returns>Null unless it is the base64 of as many bytes as a key has.</returns>
    public static byte[]? Decode(string base64)
    {
        byte[] bytes = new byte[PrivacyOptions.KeyBytes];
        return Convert.TryFromBase64String(base64, bytes, out int length) && length == bytes.Length ? bytes : null;
    }

    /// <summary>Leaks nothing into a log.</summary>
    public override string ToString() => Id;

    [GeneratedRegex(@"^[A-Za-z0-9-]{1,32}\z")]
    private static partial Regex IdShape();
}
