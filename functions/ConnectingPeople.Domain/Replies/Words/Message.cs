namespace ConnectingPeople.Domain.Replies.Words;

/// <summary>A reply taken apart into words, each looked up in the vocabulary.</summary>
internal readonly ref struct Message(string source, ReadOnlySpan<char> folded, Span<Token> tokens, Vocabulary vocabulary)
{
    private readonly ReadOnlySpan<char> folded = folded;
    private readonly Span<Token> tokens = tokens;

    /// <summary>The reply as it came.</summary>
    public string Source { get; } = source;

    public int Count => tokens.Length;

    public Vocabulary Vocabulary { get; } = vocabulary;

    public ref Token this[int place] => ref tokens[place];

    /// <summary>The word in the reader's spelling, or as it was written, folded, if the reader doesn't know it.</summary>
    public ReadOnlySpan<char> Text(int place) =>
        tokens[place].Word != 0
            ? Vocabulary.TextOf(tokens[place].Word)
            : folded.Slice(tokens[place].TextStart, tokens[place].TextLength);

    /// <summary>The word as it sounds, for phrases: a lone "2" is "to" there.</summary>
    public ushort Sound(int place) =>
        tokens[place].Shape == Shape.Digits ? Vocabulary.SoundOf(Text(place)) : tokens[place].Word;

    /// <summary>Whether the word may be used in any of these senses; no word is beyond the ends.</summary>
    public bool Has(int place, Sense senses) =>
        (uint)place < (uint)tokens.Length && (Vocabulary.SensesOf(tokens[place].Word) & senses) != 0;

    public bool Is(int place, string word) => (uint)place < (uint)tokens.Length && Text(place).SequenceEqual(word);

    /// <summary>Whether a new thought begins at this word; also at both ends of the message.</summary>
    public bool BreaksBefore(int place) => place <= 0 || place >= tokens.Length || tokens[place].Before == Gap.Break;

    public bool IsAside(int place) => (uint)place < (uint)tokens.Length && tokens[place].Aside;

    /// <summary>The first place from here on that isn't an aside.</summary>
    public int SkipAsides(int place)
    {
        while (IsAside(place))
        {
            place++;
        }

        return place;
    }

    /// <summary>The nearest place before this one, in the same thought, that isn't an aside; -1 if there is none.</summary>
    public int Previous(int place)
    {
        while (!BreaksBefore(place))
        {
            place--;
            if (!tokens[place].Aside)
            {
                return place;
            }
        }

        return -1;
    }

    /// <summary>The first place after this thought.</summary>
    public int EndOfThought(int place)
    {
        do
        {
            place++;
        }
        while (!BreaksBefore(place));

        return Math.Min(place, tokens.Length);
    }
}
