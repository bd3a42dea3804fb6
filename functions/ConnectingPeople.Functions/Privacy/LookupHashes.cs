using System.Security.Cryptography;
using System.Text;
using ConnectingPeople.Functions.Storage;
using Microsoft.Extensions.Options;

namespace ConnectingPeople.Functions.Privacy;

/// <summary>Keyed hashes of numbers and addresses (HMAC-SHA-256): by them a number is found, and without the key none can be guessed back.</summary>
public sealed class LookupHashes(IOptions<PrivacyOptions> privacy)
{
    private readonly byte[] current = Convert.FromBase64String(privacy.Value.LookupKey);

    private readonly byte[][] former =
        [.. privacy.Value.FormerLookupKeys.Where(key => key.Length > 0 && key != privacy.Value.LookupKey).Distinct().Select(Convert.FromBase64String)];

    /// <summary>Under which an address is written down.</summary>
    public string Of(string address) => Hash(current, address);

    /// <summary>Under which it may have been written down before the key was changed, the latest first.</summary>
    public IEnumerable<string> FormerOf(string address) => former.Select(key => Hash(key, address));

    /// <summary>Whether the lookup key was changed and numbers are still found by an earlier one.</summary>
    public bool HasFormer => former.Length > 0;

    /// <summary>All of them, the present one first.</summary>
    public IEnumerable<string> AllOf(string address) => FormerOf(address).Prepend(Of(address));

    private static string Hash(byte[] key, string address) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(address)));
}
