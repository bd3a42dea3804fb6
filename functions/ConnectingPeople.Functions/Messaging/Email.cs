namespace ConnectingPeople.Functions.Messaging;

/// <summary>An email to one person.</summary>
/// <param name="To">An address such as <c>pat@example.org</c>.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">What readers without HTML see.</param>
/// <param name="Html">What everybody else sees.</param>
/// <param name="About">Comes back with every event of this email; <c>staff</c> is the address of the member of staff it went to.</param>
/// <param name="Headers">More headers for the mail itself, such as <c>List-Unsubscribe</c>.</param>
public sealed record Email(
    string To,
    string Subject,
    string Text,
    string Html,
    IReadOnlyDictionary<string, string> About,
    IReadOnlyDictionary<string, string>? Headers = null)
{
    public override string ToString() => "an email";
}
