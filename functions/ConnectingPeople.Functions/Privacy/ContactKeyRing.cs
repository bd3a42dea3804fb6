using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ConnectingPeople.Functions.Storage;
using Microsoft.Extensions.Options;

namespace ConnectingPeople.Functions.Privacy;

/// <summary>
/// Seals texts with AES-256-GCM (NIST SP 800-38D) under the first key of a ring, and opens what any of them sealed. A sealed text is
/// <c>aes256gcm.{key id}.{nonce, ciphertext and tag in base64url}</c>. Nonces are random, which that standard allows for 2^32 texts a
/// key (section 8.3): a study that wrote a thousand contacts a second would get there in seven weeks, this one never.
/// </summary>
public sealed class ContactKeyRing
{
    private const string Mark = "aes256gcm.";
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly ContactKey current;
    private readonly Dictionary<string, ContactKey> known;

    public ContactKeyRing(IOptions<PrivacyOptions> privacy)
    {
        ContactKey[] keys = [.. privacy.Value.ContactKeys.Select(ContactKey.Parse).OfType<ContactKey>()];
        current = keys[0];
        known = keys.ToDictionary(key => key.Id);
    }

    /// <summary>Seals a text.</summary>
    /// <param name="text">What to seal.</param>
    /// <param name="place">Where it will stand: it opens nowhere else.</param>
    public string Seal(string text, string place)
    {
        byte[] plain = Encoding.UTF8.GetBytes(text);
        byte[] whole = new byte[NonceBytes + plain.Length + TagBytes];
        Span<byte> nonce = whole.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using AesGcm aes = new(current.Bytes, TagBytes);
        aes.Encrypt(nonce, plain, whole.AsSpan(NonceBytes, plain.Length), whole.AsSpan(^TagBytes..), Bound(current.Id, place));
        return $"{Mark}{current.Id}.{Base64Url.EncodeToString(whole)}";
    }

    /// <summary>Opens what was sealed for that place. What isn't sealed, because it was stored before there were keys, is given back as it is.</summary>
    /// <exception cref="UnreadableContactException">The key isn't in the ring, or the text was changed or stood elsewhere.</exception>
    public string Open(string stored, string place)
    {
        if (KeyOf(stored) is not { } id)
        {
            return stored;
        }

        ContactKey key = known.GetValueOrDefault(id) ?? throw UnreadableContactException.KeyIsMissing(id);
        string sealedText = stored[(Mark.Length + id.Length + 1)..];
        byte[] whole = Base64Url.IsValid(sealedText) ? Base64Url.DecodeFromChars(sealedText) : [];
        return whole.Length >= NonceBytes + TagBytes ? Open(whole, key, place) : throw UnreadableContactException.IsNotWhatWasSealed(id);
    }

    /// <summary>Whether a text is sealed with the key that seals now.</summary>
    public bool IsCurrent(string stored) => KeyOf(stored) == current.Id;

    /// <returns>Null for what isn't sealed.</returns>
    private static string? KeyOf(string stored) =>
        stored.StartsWith(Mark, StringComparison.Ordinal) && stored.Split('.', 3) is [_, string id, _] ? id : null;

    private static string Open(byte[] whole, ContactKey key, string place)
    {
        byte[] plain = new byte[whole.Length - NonceBytes - TagBytes];
        using AesGcm aes = new(key.Bytes, TagBytes);
        try
        {
            aes.Decrypt(whole.AsSpan(0, NonceBytes), whole.AsSpan(NonceBytes, plain.Length), whole.AsSpan(^TagBytes..), plain, Bound(key.Id, place));
        }
        catch (AuthenticationTagMismatchException)
        {
            throw UnreadableContactException.IsNotWhatWasSealed(key.Id);
        }

        return Encoding.UTF8.GetString(plain);
    }

    private static byte[] Bound(string key, string place) => Encoding.UTF8.GetBytes($"{key}\n{place}");
}
