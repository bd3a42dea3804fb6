using System.Buffers;
using System.Globalization;

namespace ConnectingPeople.Domain.FollowUps;

/// <summary>
/// Keeps spreadsheets from running a cell of text as a formula. Which signs begin one: OWASP, "CSV Injection", and ASVS 5.0.0, 1.2.10.
/// Spaces and signs that can't be seen are looked past, since some programs trim them.
/// </summary>
public static class Defusing
{
    /// <summary>What the codebook says of it.</summary>
    public const string InWords = "a cell that a spreadsheet might run has a ' put in front: one whose first sign that can be seen is "
        + "= + - or @, in full width too, or that begins with a tab, a line break or another control character; whole negative numbers stay as they are";

    private const char Mark = '\'';

    private static readonly SearchValues<char> BeginsFormula = SearchValues.Create("=+-@＝＋－＠");

    /// <summary>The text as a cell has it.</summary>
    public static string Of(string text) => IsRisky(text) ? Mark + text : text;

    private static bool IsRisky(string text)
    {
        if (text.Length == 0 || char.IsAsciiLetterOrDigit(text[0]))
        {
            return false;
        }

        int seen = 0;
        while (seen < text.Length && (char.IsWhiteSpace(text[seen]) || char.GetUnicodeCategory(text[seen]) == UnicodeCategory.Format))
        {
            seen++;
        }

        return char.IsControl(text[0]) || (seen < text.Length && BeginsFormula.Contains(text[seen]) && !IsNegativeNumber(text));
    }

    /// <summary>A whole negative number begins like a formula and is none.</summary>
    private static bool IsNegativeNumber(string text) =>
        text is ['-', >= '1' and <= '9', ..] && text.AsSpan(1).ContainsAnyExceptInRange('0', '9') is false;
}
