using System.Globalization;
using System.Text;

namespace ConnectingPeople.Domain.Replies.Words;

/// <summary>Takes from a character what doesn't change its meaning: case, accents, width, the frame of an emoji digit.</summary>
internal static class Folding
{
    /// <summary>Belongs to the character before, or can't be seen: variation selectors, joiners, combining marks, keycap frames.</summary>
    public const char Nothing = '\0';

    /// <summary>Anything that is no letter, digit or mark with a meaning: pictures above all.</summary>
    public const char Picture = '\u0001';

    /// <summary>A to z for U+00C0 to U+017F. Own table, because normalisation does nothing under invariant globalization.</summary>
    private const string Latin =
        "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnn"
        + "nnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    /// <summary>Folds the character at that place, and says how many chars it takes up, 1 or 2.</summary>
    public static char At(string text, int place, out int width)
    {
        char c = text[place];
        width = 1;
        if (c < 128)
        {
            return char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : char.IsControl(c) && !char.IsWhiteSpace(c) ? Nothing : c;
        }

        if (!Rune.TryGetRuneAt(text, place, out Rune rune))
        {
            return Nothing;
        }

        width = rune.Utf16SequenceLength;
        return Fold(rune);
    }

    private static char Fold(Rune rune) => rune.Value switch
    {
        '’' or '‘' or '´' or '`' or 'ʼ' or '＇' or '′' => '\'',
        '–' or '—' or '−' or '‐' or '‑' => '-',
        '½' or '¼' or '¾' => '½',
        >= 0xC0 and <= 0x17F => Latin[rune.Value - 0xC0],
        >= 0xFF01 and <= 0xFF5E => FullWidth((char)(rune.Value - 0xFEE0)),
        >= 0x2460 and <= 0x2468 => (char)('1' + rune.Value - 0x2460),
        >= 0x2776 and <= 0x277E => (char)('1' + rune.Value - 0x2776),
        0x1F44D or 0x2705 or 0x2714 or 0x2611 => '✓',
        0x1F44E or 0x274C or 0x2716 => '✗',
        >= 0x1D400 and <= 0x1D6A3 => (char)('a' + ((rune.Value - 0x1D400) % 26)),
        >= 0x1F3FB and <= 0x1F3FF => Nothing,
        '£' or '€' or '°' => (char)rune.Value,
        _ => ByCategory(rune),
    };

    private static char FullWidth(char ascii) => char.ToLowerInvariant(ascii);

    private static char ByCategory(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.DecimalDigitNumber => (char)('0' + (int)Rune.GetNumericValue(rune)),
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control => Nothing,
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter when rune.IsBmp =>
            (char)Rune.ToLowerInvariant(rune).Value,
        UnicodeCategory.SpaceSeparator => ' ',
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => '\n',
        _ => Picture,
    };
}
