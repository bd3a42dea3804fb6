using ConnectingPeople.Domain.Replies.Words;

namespace ConnectingPeople.Domain.Replies.Phrases;

/// <summary>The language that phrases are written in. <see cref="RiskPhrases"/> explains it to those who write a study definition.</summary>
internal static class PhraseSyntax
{
    /// <summary>Shortest word that may be marked with <c>~</c>: shorter ones are one slip from too many others.</summary>
    private const int ShortestTolerant = 5;

    /// <summary>Reads a pattern and adds its words to the vocabulary.</summary>
    /// <returns>The phrase, or null and what is wrong with the pattern.</returns>
    public static Phrase? Parse(string pattern, VocabularyBuilder vocabulary, out string? error)
    {
        List<Step> steps = [];
        error = null;
        foreach (string part in pattern.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            error ??= part == "..." ? Add(Step.Gap, steps) : part == "10+" ? Add(Step.Many, steps) : AddWords(part, steps, vocabulary);
        }

        error ??= steps.Count == 0 ? "is empty"
            : steps[0].Optional || steps[0].IsMany ? "must begin with a word that isn't optional"
            : steps[^1].IsGap ? "must not end with \"...\""
            : null;
        return error is null ? new Phrase(steps) : null;
    }

    private static string? Add(Step step, List<Step> steps)
    {
        steps.Add(step);
        return null;
    }

    private static string? AddWords(string part, List<Step> steps, VocabularyBuilder vocabulary)
    {
        bool optional = part.StartsWith('[') && part.EndsWith(']');
        string[] words = (optional ? part[1..^1] : part).Split('|');
        List<ushort> alternatives = [];
        foreach (string word in words)
        {
            string? error = Check(word, part);
            if (error is not null)
            {
                return error;
            }

            ushort[] meant = Meant(word, vocabulary);
            if (meant.Length > 1 && (words.Length > 1 || optional))
            {
                return $"has \"{word}\", which is read as {meant.Length} words, beside \"|\" or in brackets: write it as words of its own";
            }

            if (meant.Length > 1)
            {
                steps.AddRange(meant.Select(each => new Step([each], Optional: false)));
                return null;
            }

            alternatives.Add(meant[0]);
        }

        Add(new Step([.. alternatives], optional), steps, vocabulary);
        return null;
    }

    private static string? Check(string word, string part)
    {
        string letters = word.TrimEnd('~');
        return letters.Length == 0 || !letters.All(c => char.IsLetterOrDigit(c) || c is '\'' or '’')
            ? $"can't read \"{part}\": use words, a|b, [optional], \"...\", 10+ and word~"
            : word.Length - letters.Length > 1 || (word.EndsWith('~') && letters.Length < ShortestTolerant)
                ? $"has \"{word}\": one ~ may follow a word of {ShortestTolerant} letters or more"
                : null;
    }

    private static ushort[] Meant(string word, VocabularyBuilder vocabulary)
    {
        string letters = word.TrimEnd('~').Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal);
        if (vocabulary.Numbers.TryGetValue(letters, out int number))
        {
            if (number < 0)
            {
                return vocabulary.Expansions[~number];
            }

            letters = vocabulary.Texts[number];
        }

        return [vocabulary.Add(letters, word.EndsWith('~') ? Sense.Tolerant : Sense.None)];
    }

    /// <summary>Adds a step; where the vocabulary takes it and the one before for one word, they become one here as well.</summary>
    private static void Add(Step step, List<Step> steps, VocabularyBuilder vocabulary)
    {
        bool mayJoin = steps.Count > 0 && !step.Optional && !steps[^1].Optional && step.Words.Length == 1 && steps[^1].Words.Length == 1;
        if (mayJoin && vocabulary.Joined.TryGetValue(((uint)steps[^1].Words[0] << 16) | step.Words[0], out ushort joined))
        {
            steps[^1] = new Step([joined], Optional: false);
            return;
        }

        steps.Add(step);
    }
}
