namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>Messages that are no question.</summary>
internal static class MessagesShape
{
    private static readonly Key<MessageText> Reminder = Text("reminder", "nobody answered", "question");
    private static readonly Key<MessageText> AskAgain = Text("askAgain", "a reply wasn't understood, the first time", "question");
    private static readonly Key<MessageText> AskDifferently = Text("askDifferently", "a reply wasn't understood, later times", "hint");
    private static readonly Key<MessageText> MovingOn = Text(
        "movingOn", "a question is left after its attempts and the next follows", "question");
    private static readonly Key<MessageText> Thanks = Text("thanks", "the check-in is complete");
    private static readonly Key<MessageText> ThanksWithLink = Text(
        "thanksWithLink", "the questions are through, and one that wasn't understood can be answered in the form", "link");
    private static readonly Key<MessageText> OptedOut = Text("optedOut", "the one confirmation of an opt-out");
    private static readonly Key<MessageText> StillOptedOut = Text("stillOptedOut", "a message came from a person who opted out");
    private static readonly Key<MessageText> OptedIn = Text("optedIn", "START undid an opt-out or a pause");
    private static readonly Key<MessageText> Help = Text("help", "who we are, who to turn to, how to stop");
    private static readonly Key<MessageText> Paused = Text("paused", "PAUSE began a pause", "until");
    private static readonly Key<MessageText> CallMe = Text("callMe", "CALL ME reached a practitioner's list");
    private static readonly Key<MessageText> Signposting = Text(
        "signposting", "a risk phrase was found: where to turn at once, and that a person will read it");
    private static readonly Key<MessageText> Noted = Text("noted", "a message came while no question was open");
    private static readonly Key<MessageText> NoWords = Text("noWords", "a picture or an empty message came without words");
    private static readonly Key<MessageText> UnknownNumber = NamelessText(
        "unknownNumber", "a message came from a number that nobody is enrolled with");
    private static readonly Key<MessageText> LeftStudy = Text("leftStudy", "a message came from a person who left the study");

    private static readonly Key<IReadOnlyDictionary<string, MessageText>> Hints = Key.Required(
        "hints", HintsShape.Shape, "how each type of question can be answered");

    private static readonly Key<EmailTexts> Email = Key.Required("email", EmailTextsShape.Shape, "what check-ins by email say");

    public static IShape<StudyMessages> Shape { get; } = new MapShape<StudyMessages>(
        "the messages",
        [
            Reminder, AskAgain, AskDifferently, MovingOn, Thanks, ThanksWithLink, OptedOut, StillOptedOut, OptedIn, Help, Paused, CallMe, Signposting,
            Noted, NoWords, UnknownNumber, LeftStudy, Hints, Email,
        ],
        Make);

    /// <summary>A message that may name the person, and one more variable, without which it would make no sense.</summary>
    private static Key<MessageText> Text(string name, string description, string? variable = null) =>
        Key.Required(name, new TextShape(variable is null ? ["name"] : ["name", variable], variable), description);

    private static Key<MessageText> NamelessText(string name, string description) => Key.Required(name, new TextShape([]), description);

    private static StudyMessages Make(Fields fields)
    {
        return new StudyMessages
        {
            Reminder = Read(Reminder),
            AskAgain = Read(AskAgain),
            AskDifferently = Read(AskDifferently),
            MovingOn = Read(MovingOn),
            Thanks = Read(Thanks),
            ThanksWithLink = Read(ThanksWithLink),
            OptedOut = Read(OptedOut),
            StillOptedOut = Read(StillOptedOut),
            OptedIn = Read(OptedIn),
            Help = Read(Help),
            Paused = Read(Paused),
            CallMe = Read(CallMe),
            Signposting = Read(Signposting),
            Noted = Read(Noted),
            NoWords = Read(NoWords),
            UnknownNumber = Read(UnknownNumber),
            LeftStudy = Read(LeftStudy),
            Email = fields.Get(Email)!,
            Hints = fields.Get(Hints) ?? new Dictionary<string, MessageText>(),
        };

        MessageText Read(Key<MessageText> key) => fields.Get(key) ?? MessageText.Plain("");
    }
}
