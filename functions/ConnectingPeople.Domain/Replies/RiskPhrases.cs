namespace ConnectingPeople.Domain.Replies;

/// <summary>What worries a human reader in a message: the definition's phrases, compiled.</summary>
/// <param name="Phrases">Patterns of words; any that fits means that a human must be told.</param>
/// <param name="Harmless">Patterns that take the worry from the words they cover, such as "killing time".</param>
public sealed record RiskPhrases(IReadOnlyList<string> Phrases, IReadOnlyList<string> Harmless);
