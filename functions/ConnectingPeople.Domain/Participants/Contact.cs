namespace ConnectingPeople.Domain.Participants;

/// <summary>Who a participant is and how to reach them. Kept in the contact store and nowhere else.</summary>
/// <param name="Name">The full name.</param>
/// <param name="Phone">Null for a person who is only written to by email.</param>
/// <param name="Email">Null for a person who is only texted.</param>
public sealed record Contact(string Name, string? Phone, string? Email)
{
    /// <summary>Leaks nothing into a log.</summary>
    public override string ToString() => "a contact";
}
