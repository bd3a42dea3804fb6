using System.Collections.Frozen;

namespace ConnectingPeople.Domain.Replies.Words;

/// <summary>Every word that the reader knows, by number, with its senses; made once per study.</summary>
internal sealed class Vocabulary
{
    /// <summary>Letters that forms of one word have in common.</summary>
    private const int SameStem = 5;

    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> numbers;
    private readonly ushort[][] expansions;
    private readonly string[] texts;
    private readonly Sense[] senses;
    private readonly int[] values;
    private readonly FrozenDictionary<uint, ushort> joined;
    private readonly bool[] joins;
    private readonly ushort to;
    private readonly ushort four;
    private readonly ushort[][] tolerantByLength;

    public Vocabulary(VocabularyBuilder builder)
    {
        texts = [.. builder.Texts];
        senses = [.. builder.Senses];
        values = [.. builder.Values];
        expansions = [.. builder.Expansions];
        numbers = builder.Numbers.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        to = (ushort)builder.Numbers["to"];
        four = (ushort)builder.Numbers["for"];
        joined = builder.Joined.ToFrozenDictionary();
        joins = new bool[texts.Length];
        foreach (uint pair in joined.Keys)
        {
            joins[(ushort)pair] = true;
        }

        IEnumerable<ushort> tolerant = Enumerable.Range(1, texts.Length - 1).Where(word => senses[word].HasFlag(Sense.Tolerant)).Select(word => (ushort)word);
        ILookup<int, ushort> byLength = tolerant.ToLookup(word => texts[word].Length);
        tolerantByLength = [.. Enumerable.Range(0, 32).Select(length => byLength[length].ToArray())];
    }

    /// <summary>The word that a digit sounds like: "want 2 die", "leave me 4 now"; 0 for others.</summary>
    public ushort SoundOf(ReadOnlySpan<char> digits) => digits switch
    {
        "2" => to,
        "4" => four,
        _ => 0,
    };

    public string TextOf(ushort word) => texts[word];

    public Sense SensesOf(ushort word) => senses[word];

    /// <summary>The number or place in a list that the word stands for; 0 where it stands for none.</summary>
    public int ValueOf(ushort word) => values[word];

    /// <summary>The words that a written one stands for.</summary>
    /// <returns>One word, or in <paramref name="several"/> the words of a contraction; 0 for a word not known.</returns>
    public ushort Find(ReadOnlySpan<char> written, out ushort[]? several)
    {
        several = null;
        if (!numbers.TryGetValue(written, out int number))
        {
            return 0;
        }

        if (number < 0)
        {
            several = expansions[~number];
            return several[0];
        }

        return (ushort)number;
    }

    /// <summary>The word that two words in a row are, such as "nobody" for "no one"; 0 if they stay two.</summary>
    public ushort Join(ushort first, ushort second) =>
        joins[second] && joined.TryGetValue(((uint)first << 16) | second, out ushort word) ? word : (ushort)0;

    /// <summary>The word that a misspelling was meant to be; 0 if none or more than one is nearest, or the word means something as it stands.</summary>
    public ushort Correct(ReadOnlySpan<char> written)
    {
        if (written.Length < 3 || OrdinaryWords.Contains(written))
        {
            return 0;
        }

        ushort best = 0;
        int fewest = int.MaxValue;
        bool tied = false;
        for (int length = written.Length - 2; length <= written.Length + 2 && length < tolerantByLength.Length; length++)
        {
            foreach (ushort word in tolerantByLength[length])
            {
                int slips = Misspelling.Between(written, texts[word]);
                if (slips < fewest)
                {
                    (best, fewest, tied) = (word, slips, false);
                }
                else if (slips == fewest && slips != int.MaxValue)
                {
                    tied |= !AreForms(best, word);
                }
            }
        }

        return tied ? (ushort)0 : best;
    }

    /// <summary>Whether two words are forms of one, "suicide" and "suicidal", so that either serves. Numbers never are.</summary>
    private bool AreForms(ushort first, ushort second) =>
        ((senses[first] | senses[second]) & (Sense.Unit | Sense.Ten)) == 0
        && texts[first].AsSpan().CommonPrefixLength(texts[second]) >= SameStem;
}
