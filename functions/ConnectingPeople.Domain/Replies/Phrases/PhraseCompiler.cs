using ConnectingPeople.Domain.Replies.Words;

namespace ConnectingPeople.Domain.Replies.Phrases;

/// <summary>Compiles phrases in two passes: every word must be in the vocabulary before the first book is made.</summary>
internal sealed class PhraseCompiler
{
    private readonly VocabularyBuilder builder = new();
    private readonly List<Action<int>> books = [];

    /// <summary>A book of patterns.</summary>
    /// <exception cref="ArgumentException">A pattern is malformed; definitions are checked before, with <see cref="RiskPhrases.Check"/>.</exception>
    public PhraseBook Book(IEnumerable<string> patterns)
    {
        Phrase[] phrases = [.. patterns.Select(Parse)];
        PhraseBook book = new();
        books.Add(words => book.Fill(phrases, words));
        return book;
    }

    /// <summary>A book of words that mean only themselves.</summary>
    public PhraseBook Literal(IEnumerable<string> phrases) => Book(phrases.Select(phrase => phrase.Replace('-', ' ')));

    /// <summary>Ends the collecting: the vocabulary of all books, which work from now on.</summary>
    public Vocabulary Finish()
    {
        books.ForEach(fill => fill(builder.Texts.Count));
        return new Vocabulary(builder);
    }

    private Phrase Parse(string pattern) =>
        PhraseSyntax.Parse(pattern, builder, out string? error) ?? throw new ArgumentException($"\"{pattern}\" {error}.", nameof(pattern));
}
