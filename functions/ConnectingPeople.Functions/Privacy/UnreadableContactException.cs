using System.Security.Cryptography;

namespace ConnectingPeople.Functions.Privacy;

/// <summary>Something in the contact store can't be opened. Says which key it needs, and nothing of what it holds.</summary>
public sealed class UnreadableContactException : CryptographicException
{
    private UnreadableContactException(string message, string key)
        : base(message) => Key = key;

    /// <summary>The id of the key that sealed it.</summary>
    public string Key { get; }

    public static UnreadableContactException KeyIsMissing(string key) => new(
        $"The contact key {key} isn't among Privacy__ContactKeys, and this was sealed with it. Add the key again, behind the first.", key);

    public static UnreadableContactException IsNotWhatWasSealed(string key) => new(
        $"This isn't what was sealed here with the contact key {key}: it was changed, or moved from another row, or the key has another value than it had.", key);
}
