namespace ConnectingPeople.Domain.Replies.Words;

/// <summary>Words drawn out as in speech: "yesss", "nooo", "stoppp".</summary>
internal static class Elongation
{
    private const int LongestWord = 64;

    /// <summary>The word without its repeated letters; 0 if that is none the vocabulary has, or the word means something as it stands.</summary>
    public static ushort Find(ReadOnlySpan<char> written, Vocabulary vocabulary)
    {
        if (written.Length is < 3 or > LongestWord)
        {
            return 0;
        }

        Span<char> once = stackalloc char[written.Length];
        int kept = 0;
        foreach (char letter in written)
        {
            if (kept == 0 || once[kept - 1] != letter)
            {
                once[kept++] = letter;
            }
        }

        if (kept == written.Length || OrdinaryWords.Contains(written))
        {
            return 0;
        }

        ushort word = vocabulary.Find(once[..kept], out ushort[]? several);
        return several is null ? word : (ushort)0;
    }
}
