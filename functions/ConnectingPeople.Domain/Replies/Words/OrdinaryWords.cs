using System.Collections.Frozen;

namespace ConnectingPeople.Domain.Replies.Words;

/// <summary>Words that people mean as they stand, so that "fine" is never corrected to "five" nor "honey" to "money".</summary>
internal static class OrdinaryWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words =
        Load().ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> word) => Words.Contains(word);

    private static IEnumerable<string> Load()
    {
        using Stream stream = typeof(OrdinaryWords).Assembly.GetManifestResourceStream("ordinary-words.txt")!;
        using StreamReader reader = new(stream);
        while (reader.ReadLine() is { } line)
        {
            foreach (string word in line.StartsWith('#') ? [] : line.Split(' '))
            {
                yield return word;
            }
        }
    }
}
