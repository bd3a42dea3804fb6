namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>Words for errors.</summary>
internal static class Words
{
    private const int Longest = 60;

    public static string Quote(string text) => $"'{Shorten(text.ReplaceLineEndings(" "))}'";

    public static string Shorten(string text) => text.Length <= Longest ? text : $"{text[..Longest]}...";

    /// <summary>"did you mean 'goal'?" if one of the words is near enough, else the words to choose from.</summary>
    public static string Suggest(string written, IEnumerable<string> words)
    {
        List<string> known = [.. words];
        return Nearest(written, known) is { } nearest
            ? $"did you mean '{nearest}'?"
            : known.Count switch
            {
                0 => "remove it",
                1 => $"use '{known[0]}'",
                _ => $"use one of {string.Join(", ", known)}",
            };
    }

    /// <summary>The word that was probably meant, if one is near enough.</summary>
    public static string? Nearest(string written, IEnumerable<string> words) =>
        words.MinBy(word => Distance(written, word)) is { } nearest && Distance(written, nearest) <= Math.Max(1, nearest.Length / 3)
            ? nearest
            : null;

    /// <summary>Letters to add, drop, change or swap with their neighbour (optimal string alignment), regardless of case.</summary>
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > b.Length)
        {
            return int.MaxValue; // a hostile key may be as long as the file
        }

        int[,] cost = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                cost[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + (Same(a[i - 1], b[j - 1]) ? 0 : 1));
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                {
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
                }
            }
        }

        return cost[a.Length, b.Length];
    }

    private static bool Same(char a, char b) => char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
