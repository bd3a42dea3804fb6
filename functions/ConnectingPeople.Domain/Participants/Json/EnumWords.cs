namespace ConnectingPeople.Domain.Participants.Json;

/// <summary>The names of an enumeration's values, found without parsing.</summary>
internal static class EnumWords<T>
    where T : struct, Enum
{
    private static readonly string[] Names = Enum.GetNames<T>();
    private static readonly T[] Values = Enum.GetValues<T>();

    public static bool TryRead(ReadOnlySpan<char> word, out T value)
    {
        for (int i = 0; i < Names.Length; i++)
        {
            if (word.SequenceEqual(Names[i]))
            {
                value = Values[i];
                return true;
            }
        }

        value = default;
        return false;
    }
}
