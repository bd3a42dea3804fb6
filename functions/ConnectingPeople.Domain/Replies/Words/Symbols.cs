namespace ConnectingPeople.Domain.Replies.Words;

/// <summary>What marks between words mean.</summary>
internal static class Symbols
{
    /// <summary>The word that a mark is read out as; null for punctuation.</summary>
    public static string? Spoken(string source, int place, char mark) => mark switch
    {
        '&' => "and",
        '+' => "plus",
        '@' => "at",
        '=' => "equals",
        '#' => "number",
        '~' => "about",
        '%' => "percent",
        '£' or '$' or '€' => "money-sign",
        '°' => "degrees",
        '<' => "less",
        '>' => "more",
        '½' => "half",
        '✓' => "👍",
        '✗' => "👎",
        '-' or '.' when IsSign(source, place) => mark == '-' ? "minus" : "point",
        _ => null,
    };

    /// <summary>How far apart punctuation sets the words around it.</summary>
    public static Gap GapOf(string source, int place, char mark) => mark switch
    {
        Folding.Nothing => Gap.Joined,
        '\n' or '\r' or ',' or ';' or '!' or '?' or '(' or ')' or '[' or ']' or '…' or Folding.Picture => Gap.Break,
        '.' or ':' => IsBetween(source, place, char.IsDigit) ? Gap.Point : Gap.Break,
        '-' => IsBetween(source, place, char.IsLetterOrDigit) ? Gap.Dash : Gap.Break,
        '/' or '\\' or '|' => Gap.Slash,
        _ => Gap.Space,
    };

    /// <summary>Whether the mark belongs to the number after it alone, as in -1 or .5.</summary>
    private static bool IsSign(string source, int place) =>
        place + 1 < source.Length && char.IsDigit(source[place + 1]) && (place == 0 || char.IsWhiteSpace(source[place - 1]) || source[place - 1] == '(');

    private static bool IsBetween(string source, int place, Func<char, bool> kind) =>
        place > 0 && place + 1 < source.Length && kind(source[place - 1]) && kind(source[place + 1]);
}
