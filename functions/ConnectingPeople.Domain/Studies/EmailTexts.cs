namespace ConnectingPeople.Domain.Studies;

/// <summary>
/// What check-ins by email say. Each may use <c>name</c>, <c>questions</c> and <c>link</c>; subjects and the words around the text none.
/// Below the text stand a button that leads to the form, why the email comes, and how to stop.
/// </summary>
public sealed record EmailTexts
{
    /// <summary>Of the first email of a check-in. Others may see it: nothing private belongs here.</summary>
    public required MessageText Subject { get; init; }

    /// <summary>The first email of a check-in.</summary>
    public required MessageText Invitation { get; init; }

    /// <summary>Of a reminder, as reserved.</summary>
    public required MessageText ReminderSubject { get; init; }

    /// <summary>A reminder.</summary>
    public required MessageText Reminder { get; init; }

    /// <summary>What the button says that leads to the form.</summary>
    public required MessageText Button { get; init; }

    /// <summary>Why the email comes, and where to turn instead of answering it.</summary>
    public required MessageText Why { get; init; }

    /// <summary>What the link says that ends the emails.</summary>
    public required MessageText Stop { get; init; }
}
