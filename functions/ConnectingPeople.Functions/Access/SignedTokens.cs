using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ConnectingPeople.Functions.Storage;
using Microsoft.Extensions.Options;

namespace ConnectingPeople.Functions.Access;

/// <summary>
/// Signs what links say. Each purpose has a key of its own that every instance derives alike from <c>Privacy__LinkKey</c>, so a
/// token for one purpose proves nothing for another.
/// </summary>
public sealed class SignedTokens
{
    private readonly byte[] key;
    private readonly int proofBytes;

    /// <param name="privacy">With the key.</param>
    /// <param name="purpose">Such as <c>check-in link</c>.</param>
    /// <param name="proofBytes">How much of the proof a token carries, 10 to 32: a link in a text message has no room for all of it, and
    /// 80 bits can't be guessed over a network (RFC 2104, section 5, asks for no fewer).</param>
    public SignedTokens(IOptions<PrivacyOptions> privacy, string purpose, int proofBytes = HMACSHA256.HashSizeInBytes)
    {
        key = HKDF.DeriveKey(
            HashAlgorithmName.SHA256, Convert.FromBase64String(privacy.Value.LinkKey), outputLength: 32, info: Encoding.UTF8.GetBytes($"connecting-people {purpose}"));
        this.proofBytes = proofBytes;
    }

    /// <summary>The token: what is said, and the proof that we said it, in letters that an address can hold.</summary>
    public string Make(ReadOnlySpan<byte> said) => Base64Url.EncodeToString([.. said, .. Proof(said)]);

    /// <summary>Reads a token back, in the same time whatever is wrong with it.</summary>
    /// <returns>What it says; null for one that was forged, cut, written otherwise or made for another purpose.</returns>
    public byte[]? Read(string token)
    {
        byte[] bytes = Base64Url.IsValid(token) ? Base64Url.DecodeFromChars(token) : [];
        byte[] whole = bytes.Length >= proofBytes ? bytes : new byte[proofBytes];
        byte[] said = whole[..^proofBytes];
        bool isOurs = CryptographicOperations.FixedTimeEquals(whole.AsSpan(said.Length), Proof(said));
        return isOurs && Base64Url.EncodeToString(whole) == token ? said : null;
    }

    private ReadOnlySpan<byte> Proof(ReadOnlySpan<byte> said) => HMACSHA256.HashData(key, said).AsSpan(0, proofBytes);
}
