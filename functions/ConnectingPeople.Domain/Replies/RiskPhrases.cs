using ConnectingPeople.Domain.Replies.Phrases;
using ConnectingPeople.Domain.Replies.Words;

namespace ConnectingPeople.Domain.Replies;

/// <summary>What worries a human reader in a message: the definition's patterns of words.</summary>
/// <remarks>
/// <para>A pattern is written in plain words and fits wherever these stand in a row, whatever their case, accents, apostrophes and
/// punctuation; text-speak and contractions count as what they stand for ("wanna" is "want to", "don't" is "do not").</para>
/// <list type="bullet">
/// <item><c>hit|hits|hitting</c>: any one of these words.</item>
/// <item><c>[my|the]</c>: one of these words or none.</item>
/// <item><c>...</c>: up to three words of any kind.</item>
/// <item><c>10+</c>: a number of ten or more, in digits or in words.</item>
/// <item><c>suicidal~</c>: small misspellings too, for words of five letters or more; a written word that is itself ordinary English
/// is never taken for a misspelling.</item>
/// </list>
/// <para>Up to two words that say nothing ("just", "really") may stand inside a pattern without being written. A pattern begins with a
/// word that isn't optional and doesn't end with a gap.</para>
/// </remarks>
/// <param name="Phrases">Any that fits means that a human must be told.</param>
/// <param name="Harmless">Take the worry from exactly the words they cover, such as "killing time", and from no others.</param>
public sealed record RiskPhrases(IReadOnlyList<string> Phrases, IReadOnlyList<string> Harmless)
{
    /// <summary>What is wrong with a pattern, in words that go on after the pattern's name; null if nothing is.</summary>
    public static string? Check(string pattern)
    {
        PhraseSyntax.Parse(pattern, new VocabularyBuilder(), out string? error);
        return error;
    }
}
