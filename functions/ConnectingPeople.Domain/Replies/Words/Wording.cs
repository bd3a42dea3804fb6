namespace ConnectingPeople.Domain.Replies.Words;

/// <summary>Takes a text apart into words: folds letters, spells symbols out, opens contractions, joins what belongs together.</summary>
/// <remarks>Both spans must be at least one longer than the text: a word never needs more room than its letters.</remarks>
internal ref struct Wording(string source, Span<char> folded, Span<Token> tokens, Vocabulary vocabulary)
{
    private readonly Span<char> folded = folded;
    private readonly Span<Token> tokens = tokens;
    private int letters;
    private int count;
    private Gap gap = Gap.Joined;

    /// <summary>Reads the whole text.</summary>
    public static Message Read(string source, Span<char> folded, Span<Token> tokens, Vocabulary vocabulary)
    {
        Wording wording = new(source, folded, tokens, vocabulary);
        int place = 0;
        while (place < source.Length)
        {
            place = wording.Step(place);
        }

        wording.JoinSpacedLetters();
        return new Message(source, folded[..wording.letters], tokens[..wording.count], vocabulary);
    }

    private int Step(int place)
    {
        char c = Folding.At(source, place, out int width);
        if (char.IsAsciiLetterOrDigit(c) || char.IsLetter(c))
        {
            return Word(place);
        }

        int emoticon = Emoticons.At(source, place);
        if (emoticon > 0)
        {
            Widen(Gap.Break);
            return place + emoticon;
        }

        string? spoken = Symbols.Spoken(source, place, c);
        if (spoken is not null)
        {
            Widen(Gap.Space);
            Add(place, place + width, spoken, Shape.Letters, hasApostrophe: false);
            Widen(Gap.Space);
        }
        else
        {
            Widen(Symbols.GapOf(source, place, c));
        }

        return place + width;
    }

    private void Widen(Gap wider) => gap = wider > gap ? wider : gap;

    private int Word(int start)
    {
        int textStart = letters;
        int place = start;
        int end = start;
        bool hasApostrophe = false;
        bool hasDigits = false;
        bool hasLetters = false;
        while (place < source.Length)
        {
            char c = Folding.At(source, place, out int width);
            bool apostrophe = c == '\'' && place + 1 < source.Length && char.IsLetter(source[place + 1]);
            if (char.IsAsciiLetterOrDigit(c) || char.IsLetter(c))
            {
                folded[letters++] = c;
                hasDigits |= char.IsAsciiDigit(c);
                hasLetters |= !char.IsAsciiDigit(c);
                end = place + width;
            }
            else if (c != Folding.Nothing && !apostrophe)
            {
                break;
            }

            hasApostrophe |= apostrophe;
            place += width;
        }

        Shape shape = !hasDigits ? Shape.Letters : hasLetters ? Shape.Mixed : Shape.Digits;
        Add(start, end, folded[textStart..letters], shape, hasApostrophe);
        return place;
    }

    private void Add(int start, int end, ReadOnlySpan<char> text, Shape shape, bool hasApostrophe)
    {
        ushort word = 0;
        ushort[]? several = null;
        if (shape != Shape.Digits)
        {
            word = Lookup(text, shape, hasApostrophe, out several);
        }

        Append(new Token { Start = start, End = end, TextStart = letters - text.Length, TextLength = text.Length, Word = word, Before = gap, Shape = shape });
        for (int next = 1; next < several?.Length; next++)
        {
            gap = Gap.Joined;
            Append(new Token { Start = start, End = end, Word = several[next], Before = gap });
        }

        gap = Gap.Joined;
    }

    private readonly ushort Lookup(ReadOnlySpan<char> text, Shape shape, bool hasApostrophe, out ushort[]? several)
    {
        several = null;
        if (hasApostrophe && letters < folded.Length)
        {
            folded[letters] = Spellings.Apostrophe;
            ushort apart = vocabulary.Find(folded.Slice(letters - text.Length, text.Length + 1), out several);
            if (apart != 0)
            {
                return apart;
            }
        }

        ushort word = vocabulary.Find(text, out several);
        if (word != 0 || shape != Shape.Letters)
        {
            return word;
        }

        word = Elongation.Find(text, vocabulary);
        return word != 0 ? word : vocabulary.Correct(text);
    }

    private void Append(Token token)
    {
        if (count > 0 && token.Word != 0 && token.Before < Gap.Break)
        {
            ushort joined = vocabulary.Join(tokens[count - 1].Word, token.Word);
            if (joined != 0)
            {
                tokens[count - 1].Word = joined;
                tokens[count - 1].End = token.End;
                return;
            }
        }

        tokens[count++] = token;
    }

    /// <summary>Reads "S T O P" and "s.t.o.p" as the word that they spell.</summary>
    private void JoinSpacedLetters()
    {
        if (count < 3)
        {
            return;
        }

        foreach (ref readonly Token token in tokens[..count])
        {
            if (token.TextLength != 1 || token.Shape != Shape.Letters)
            {
                return;
            }
        }

        ushort word = vocabulary.Find(folded[..letters], out ushort[]? several);
        if (word != 0 && several is null)
        {
            tokens[0] = new Token { End = tokens[count - 1].End, Start = tokens[0].Start, TextLength = letters, Word = word, Before = tokens[0].Before };
            count = 1;
        }
    }
}
