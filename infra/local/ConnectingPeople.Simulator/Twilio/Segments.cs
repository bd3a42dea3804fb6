using System.Buffers;

namespace ConnectingPeople.Simulator.Twilio;

/// <summary>Counts the segments a text is sent and charged in (3GPP TS 23.038: GSM-7, or UCS-2 if one character needs it).</summary>
public static class Segments
{
    private const string Extended = "\f^{}\\[~]|€";

    private static readonly SearchValues<char> Gsm7 = SearchValues.Create(
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà" + Extended);

    /// <returns>At least 1.</returns>
    public static int Count(string text)
    {
        bool gsm7 = !text.AsSpan().ContainsAnyExcept(Gsm7);
        int[] units = gsm7 ? [.. text.Select(c => Extended.Contains(c) ? 2 : 1)] : [.. text.EnumerateRunes().Select(rune => rune.Utf16SequenceLength)];
        (int alone, int joined) = gsm7 ? (160, 153) : (70, 67);
        return units.Sum() <= alone ? 1 : Split(units, joined);
    }

    /// <summary>A character is never parted between two segments.</summary>
    private static int Split(int[] units, int capacity)
    {
        (int segments, int used) = (1, 0);
        foreach (int unit in units)
        {
            (segments, used) = used + unit > capacity ? (segments + 1, unit) : (segments, used + unit);
        }

        return segments;
    }
}
