namespace ConnectingPeople.Domain.Replies.Words;

/// <summary>Faces and hearts drawn with letters and digits, which are no words: ":D", ";p", "&lt;3".</summary>
internal static class Emoticons
{
    /// <summary>How many characters the face at that place takes up; 0 if there is none.</summary>
    public static int At(string source, int place)
    {
        if (source[place] == '<')
        {
            return IsLast(source, place + 1, "3") ? 2 : 0;
        }

        if (source[place] is not (':' or ';' or '='))
        {
            return 0;
        }

        int mouth = place + 1 < source.Length && source[place + 1] is '-' or '\'' ? place + 2 : place + 1;
        return IsLast(source, mouth, "DdPpOoXxSsCc") || (mouth < source.Length && source[mouth] is ')' or '(' or '/' or '|' or '*')
            ? mouth + 1 - place
            : 0;
    }

    private static bool IsLast(string source, int place, string any) =>
        place < source.Length && any.Contains(source[place], StringComparison.Ordinal)
        && (place + 1 == source.Length || !char.IsLetterOrDigit(source[place + 1]));
}
