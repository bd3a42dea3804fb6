namespace ConnectingPeople.Functions.CheckIns;

/// <summary>An email to a participant that leads to a form.</summary>
/// <param name="Subject">Nothing private stands in it.</param>
/// <param name="Paragraphs">What it says, with the name put in.</param>
/// <param name="Button">What the link to the form says.</param>
/// <param name="Link">Leads to the form.</param>
/// <param name="Why">Why it comes, and where to turn.</param>
/// <param name="Stop">What the link says that ends such emails.</param>
/// <param name="StopLink">Ends them.</param>
public sealed record CheckInLetter(
    string Subject, IReadOnlyList<string> Paragraphs, string Button, string Link, string Why, string Stop, string StopLink)
{
    /// <summary>For readers without HTML.</summary>
    public string Text => $"{string.Join("\n\n", Paragraphs)}\n\n{Button}: {Link}\n\n{Why}\n\n{Stop}: {StopLink}\n";

    public override string ToString() => "a letter";
}
