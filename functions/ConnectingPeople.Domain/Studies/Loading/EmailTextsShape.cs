namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>What check-ins by email say.</summary>
internal static class EmailTextsShape
{
    private static readonly string[] Around = [];
    private static readonly string[] Inside = ["name", "questions", "link"];

    private static readonly Key<MessageText> Subject = Text("subject", Around, "the subject of a check-in; others may see it");
    private static readonly Key<MessageText> Invitation = Text("invitation", Inside, "the first email of a check-in");
    private static readonly Key<MessageText> ReminderSubject = Text("reminderSubject", Around, "the subject of a reminder; others may see it");
    private static readonly Key<MessageText> Reminder = Text("reminder", Inside, "nobody answered");
    private static readonly Key<MessageText> Button = Text("button", Around, "leads to the form");
    private static readonly Key<MessageText> Why = Text("why", Around, "why the email comes, and where to turn instead of answering it");
    private static readonly Key<MessageText> Stop = Text("stop", Around, "ends the emails");

    public static IShape<EmailTexts> Shape { get; } = new MapShape<EmailTexts>(
        "the emails", [Subject, Invitation, ReminderSubject, Reminder, Button, Why, Stop], Make);

    private static Key<MessageText> Text(string name, string[] variables, string description) =>
        Key.Required(name, new TextShape(variables), description);

    private static EmailTexts Make(Fields fields)
    {
        return new EmailTexts
        {
            Subject = Read(Subject),
            Invitation = Read(Invitation),
            ReminderSubject = Read(ReminderSubject),
            Reminder = Read(Reminder),
            Button = Read(Button),
            Why = Read(Why),
            Stop = Read(Stop),
        };

        MessageText Read(Key<MessageText> key) => fields.Get(key) ?? MessageText.Plain("");
    }
}
