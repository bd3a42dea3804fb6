using System.Buffers;
using System.Globalization;

namespace ConnectingPeople.Domain.Messaging;

/// <summary>
/// Counts what a text costs as SMS. A text of the GSM 7-bit alphabet is sent in septets, any other in UTF-16 code units
/// (3GPP TS 23.038, section 6.2.1). One message holds 140 octets: 160 septets or 70 code units. Of a longer text each part gives
/// 6 octets to a header (3GPP TS 23.040, section 9.2.3.24.1), which leaves 153 septets or 67 code units.
/// </summary>
/// <remarks>
/// What stands for one character on the phone (an escaped letter, an emoji of several code points) isn't torn between two parts.
/// </remarks>
public static class SmsSegments
{
    private const int BitsInMessage = 140 * 8;
    private const int BitsInPart = BitsInMessage - (6 * 8);
    private const int BitsInSeptet = 7;
    private const int BitsInCodeUnit = 16;

    private static readonly SearchValues<char> Basic = SearchValues.Create(
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
        + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");

    /// <summary>Letters that take an escape before them, and so two septets.</summary>
    private static readonly SearchValues<char> Extension = SearchValues.Create("\f^{}\\[~]|€");

    /// <summary>How many SMS the text takes; 1 for an empty one.</summary>
    public static int Count(string text)
    {
        bool isGsm = IsGsm(text);
        if (Total(text, isGsm) <= BitsInMessage)
        {
            return 1;
        }

        int segments = 1;
        int bits = 0;
        for (int start = 0; start < text.Length;)
        {
            int length = LengthOfCharacter(text, start);
            int size = isGsm ? BitsInSeptet * (Extension.Contains(text[start]) ? 2 : 1) : BitsInCodeUnit * length;
            if (bits + size > BitsInPart)
            {
                segments++;
                bits = 0;
            }

            bits += size;
            start += length;
        }

        return segments;
    }

    /// <summary>How much of the 160 septets or 70 code units of a single message the text takes.</summary>
    public static int Length(string text) => Total(text, IsGsm(text)) / (IsGsm(text) ? BitsInSeptet : BitsInCodeUnit);

    /// <summary>Whether the text can be sent in the GSM 7-bit alphabet.</summary>
    public static bool IsGsm(string text)
    {
        foreach (char letter in text)
        {
            if (!Basic.Contains(letter) && !Extension.Contains(letter))
            {
                return false;
            }
        }

        return true;
    }

    private static int Total(string text, bool isGsm) =>
        isGsm ? BitsInSeptet * text.Sum(letter => Extension.Contains(letter) ? 2 : 1) : BitsInCodeUnit * text.Length;

    /// <summary>Code units of one character as people see it; a line's end of two characters counts as two.</summary>
    private static int LengthOfCharacter(string text, int start) =>
        text[start] == '\r' ? 1 : StringInfo.GetNextTextElementLength(text.AsSpan(start));
}
