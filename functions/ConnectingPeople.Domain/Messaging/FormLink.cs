namespace ConnectingPeople.Domain.Messaging;

/// <summary>
/// Keeps links to forms out of what is stored, as <see cref="FirstName"/> does with names: whoever holds a link can answer, so it
/// is made at the moment of sending.
/// </summary>
public static class FormLink
{
    /// <summary>Stands for the link in a stored text: one private-use character, so that no reply or goal contains it.</summary>
    public const string Token = "\uE001";

    /// <summary>How long a link is reckoned to be, in characters, where the length of a message is checked: a site's name of 25, and the rest.</summary>
    public const int UsualLength = 77;

    /// <summary>The stored text as the person reads it.</summary>
    public static string PutInto(string stored, string link) => stored.Replace(Token, link, StringComparison.Ordinal);
}
