namespace ConnectingPeople.Domain.Replies.Words;

/// <summary>How far a written word is from the one it may have been meant to be: the optimal string alignment (restricted Damerau-Levenshtein) distance.</summary>
internal static class Misspelling
{
    private const int LongestWord = 24;

    /// <summary>Slips allowed in a word of that length. Short words lie too close to others for any.</summary>
    public static int Allowed(int length) => length switch
    {
        < 4 => 0,
        < 8 => 1,
        _ => 2,
    };

    /// <summary>Counts the letters left out, added, swapped with their neighbour, or replaced.</summary>
    /// <returns>The number of slips, or <see cref="int.MaxValue"/> where there are more than the meant word allows. In words of four letters
    /// a replaced letter counts twice, because most such words are other words: "fine" isn't "five".</returns>
    public static int Between(ReadOnlySpan<char> written, ReadOnlySpan<char> meant)
    {
        int allowed = Allowed(meant.Length);
        if (allowed == 0 || Math.Abs(written.Length - meant.Length) > allowed || meant.Length > LongestWord || written.Length < 3)
        {
            return int.MaxValue;
        }

        int distance = Distance(written, meant, meant.Length == 4 ? 2 : 1);
        return distance <= allowed ? distance : int.MaxValue;
    }

    private static int Distance(ReadOnlySpan<char> written, ReadOnlySpan<char> meant, int replacing)
    {
        Span<int> rows = stackalloc int[3 * (LongestWord + 1)];
        Span<int> before = rows[..(LongestWord + 1)];
        Span<int> last = rows.Slice(LongestWord + 1, LongestWord + 1);
        Span<int> row = rows[(2 * (LongestWord + 1))..];
        for (int j = 0; j <= meant.Length; j++)
        {
            last[j] = j;
        }

        for (int i = 1; i <= written.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= meant.Length; j++)
            {
                int same = written[i - 1] == meant[j - 1] ? 0 : replacing;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + same);
                if (i > 1 && j > 1 && written[i - 1] == meant[j - 2] && written[i - 2] == meant[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            Span<int> oldest = before;
            before = last;
            last = row;
            row = oldest;
        }

        return last[meant.Length];
    }
}
