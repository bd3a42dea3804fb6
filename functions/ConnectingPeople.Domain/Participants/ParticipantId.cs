namespace ConnectingPeople.Domain.Participants;

/// <summary>
/// The pseudonym that stands for a person everywhere but in the contact store, such as <c>CP-7K3M9Q</c>:
/// five random characters of Crockford's base 32 and a check character.
/// </summary>
/// <remarks>
/// The check is Damm's over GF(32) (H. M. Damm, 2004; multiplication by x modulo x^5 + x^2 + 1): it finds every single wrong
/// character and every swap of neighbours, the slips people make when they copy an id by hand.
/// </remarks>
public readonly record struct ParticipantId
{
    /// <summary>How many random bits an id takes.</summary>
    public const int RandomBits = 25;

    /// <summary>What ids begin with.</summary>
    public const string Prefix = "CP-";

    /// <summary>The characters that follow, in the order in which storage sorts them.</summary>
    public const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private ParticipantId(string text) => Text = text;

    public string Text { get; }

    /// <summary>The id made of the lowest 25 bits of <paramref name="random"/>.</summary>
    public static ParticipantId From(uint random)
    {
        Span<char> characters = stackalloc char[9];
        Prefix.CopyTo(characters);
        int check = 0;
        for (int i = 0; i < 5; i++)
        {
            int value = (int)((random >> (5 * i)) & 31);
            characters[3 + i] = Alphabet[value];
            check = Next(check, value);
        }

        characters[8] = Alphabet[check];
        return new ParticipantId(new string(characters));
    }

    /// <summary>Reads an id as people write it: any case, O for 0, I or L for 1, the prefix or not.</summary>
    /// <returns>False when a character is wrong or swapped.</returns>
    public static bool TryParse(string? text, out ParticipantId id)
    {
        id = default;
        string plain = (text ?? "").Trim().ToUpperInvariant();
        plain = plain.StartsWith(Prefix, StringComparison.Ordinal) ? plain[3..] : plain;
        return TryReadWritten(Prefix + plain.Replace('O', '0').Replace('I', '1').Replace('L', '1'), out id);
    }

    /// <summary>Reads an id as <see cref="Text"/> has it, and no other way.</summary>
    internal static bool TryReadWritten(string text, out ParticipantId id)
    {
        id = default;
        if (text.Length != 9 || !text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        int check = 0;
        foreach (char character in text.AsSpan(Prefix.Length))
        {
            int value = Alphabet.IndexOf(character, StringComparison.Ordinal);
            if (value < 0)
            {
                return false;
            }

            check = Next(check, value);
        }

        id = check == 0 ? new ParticipantId(text) : default;
        return check == 0;
    }

    public override string ToString() => Text;

    private static int Next(int check, int value)
    {
        int doubled = (check ^ value) << 1;
        return doubled < 32 ? doubled : doubled ^ 0b100101;
    }
}
