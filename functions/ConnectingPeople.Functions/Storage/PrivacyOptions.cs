using System.ComponentModel.DataAnnotations;
using ConnectingPeople.Functions.Privacy;
using Microsoft.Extensions.Options;

namespace ConnectingPeople.Functions.Storage;

/// <summary>Keys that keep people pseudonymous.</summary>
public sealed class PrivacyOptions : IValidatableObject
{
    /// <summary>How long a key is, in bytes.</summary>
    public const int KeyBytes = 32;

    /// <summary>The keys of the sample begin so: whoever has the source has them.</summary>
    private static readonly byte[] Published = "local-development-"u8.ToArray();

    /// <summary>32 bytes in base64: hashes numbers and addresses, so that the table doesn't list them.</summary>
    public string LookupKey { get; set; } = "";

    /// <summary>Earlier lookup keys: numbers are found by their hashes too, until all are hashed anew. Empty ones don't count.</summary>
    public IReadOnlyList<string> FormerLookupKeys { get; set; } = [];

    /// <summary>32 bytes in base64: signs links to check-ins; the key that proves forms is derived from it.</summary>
    public string LinkKey { get; set; } = "";

    /// <summary>
    /// Keys of the contact store, each <c>id:base64</c>: the first seals what is written, every one opens what it sealed. Empty ones
    /// don't count.
    /// </summary>
    public IReadOnlyList<string> ContactKeys { get; set; } = [];

    /// <summary>Whether the platform runs the app: the sample's keys, which everybody may read, are refused there.</summary>
    public bool IsInAzure { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        List<string> problems = [];
        foreach ((string name, string key) in (IEnumerable<(string, string)>)[("Privacy__LookupKey", LookupKey), ("Privacy__LinkKey", LinkKey), .. Former])
        {
            problems.AddRange(Check(name, ContactKey.Decode(key), $"isn't {KeyBytes} bytes in base64. Make one with: openssl rand -base64 {KeyBytes}"));
        }

        problems.AddRange(CheckContactKeys());
        return problems.Select(problem => new ValidationResult(problem));
    }

    private IEnumerable<(string Name, string Key)> Former =>
        FormerLookupKeys.Select((key, place) => ($"Privacy__FormerLookupKeys__{place}", key)).Where(former => former.key.Length > 0);

    private IEnumerable<string> CheckContactKeys()
    {
        const string Cure = "isn't <id>:<32 bytes in base64>, the id 1 to 32 letters, digits and hyphens. Make one with: echo \"$(date +%Y-%m):$(openssl rand -base64 32)\"";
        HashSet<string> ids = [];
        for (int place = 0; place < ContactKeys.Count; place++)
        {
            string name = $"Privacy__ContactKeys__{place}";
            ContactKey? key = ContactKey.Parse(ContactKeys[place]);
            foreach (string problem in ContactKeys[place].Length == 0 ? [] : Check(name, key?.Bytes, Cure))
            {
                yield return problem;
            }

            if (key is not null && !ids.Add(key.Id))
            {
                yield return $"{name} has the id {key.Id}, which another of the contact keys has. Give each key an id of its own, and never one that was used before.";
            }
        }

        if (ids.Count == 0 && ContactKeys.All(key => key.Length == 0))
        {
            yield return $"Privacy__ContactKeys__0 is missing or {Cure}";
        }
    }

    private IEnumerable<string> Check(string name, byte[]? key, string cure)
    {
        if (key is null)
        {
            yield return $"{name} is missing or {cure}";
        }
        else if (IsInAzure && key.AsSpan().StartsWith(Published))
        {
            yield return $"{name} is the key of the sample, which everybody may read. It is for one machine only: {cure[(cure.IndexOf("Make", StringComparison.Ordinal))..]}";
        }
    }
}

[OptionsValidator]
public sealed partial class PrivacyOptionsValidator : IValidateOptions<PrivacyOptions>;
