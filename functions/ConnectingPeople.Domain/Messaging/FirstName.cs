namespace ConnectingPeople.Domain.Messaging;

/// <summary>
/// Keeps names out of what is stored about a participant: stored texts hold a token, and the name from the contact store
/// takes its place at the moment of sending.
/// </summary>
public static class FirstName
{
    /// <summary>Stands for the first name in a stored text: one private-use character, so that no reply or goal contains it.</summary>
    public const string Token = "\uE000";

    /// <summary>The longest first name a message holds, in characters; longer ones are cut so that the message stays one SMS.</summary>
    public const int MaxLength = 20;

    /// <summary>How a message addresses somebody whose name can't be read at the moment.</summary>
    public const string Unreadable = "there";

    /// <summary>The first name of a full name, as messages address the person.</summary>
    public static string Of(string name)
    {
        string first = name.Trim().Split(' ', 2, StringSplitOptions.TrimEntries)[0];
        return first.Length <= MaxLength ? first : first[..MaxLength];
    }

    /// <summary>The stored text as the person reads it.</summary>
    public static string PutInto(string stored, string firstName) => stored.Replace(Token, firstName, StringComparison.Ordinal);

    /// <summary>The stored text as staff read it on a page that doesn't show names; nor links, with which they could answer for somebody.</summary>
    public static string Hide(string stored) => FormLink.PutInto(PutInto(stored, "[first name]"), "[link]");
}
