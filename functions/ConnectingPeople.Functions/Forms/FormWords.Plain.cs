namespace ConnectingPeople.Functions.Forms;

public sealed partial record FormWords
{
    public static FormWords Plain { get; } = new()
    {
        Lang = "en-GB",
        IsEasy = false,
        SkipLink = "Skip to the main part",
        Simulated = "Simulated data: nobody here exists",
        Back = "Back",
        StartTitle = "How are things going?",
        WhoAsks = ["This is a check-in from Connecting People, the study that you take part in. Your answers help your support team to support you."],
        HowLong = (questions, minutes) =>
            $"{(questions == 1 ? "There is 1 question." : $"There are {questions} questions.")} {(questions == 1 ? "It takes" : "They take")} about {(minutes == 1 ? "a minute" : $"{minutes} minutes")}.",
        LeaveOut = "You can leave out any question.",
        ComeBack = day => $"Each answer is saved as you go. You can stop, and come back with the same link until {day}.",
        WhoReads = "Your worker can see your answers. Researchers see them without your name. Nobody reads them at once.",
        HowToStop = "To get no more messages from us, text STOP to us, or use the link at the end of our emails.",
        Start = "Start",
        Progress = (place, all) => $"Question {place} of {all}",
        Continue = "Continue",
        Save = "Save and go back",
        RatherNot = "I'd rather not say",
        Yes = "Yes",
        No = "No",
        MayStayEmpty = "You can leave this empty.",
        DateHint = "For example, 5 3 2026. If you aren't sure of the day, give your best guess.",
        Day = "Day",
        Month = "Month",
        Year = "Year",
        Error = "Error",
        ProblemTitle = "There is a problem",
        Missing = "Answer this question, or press \"I'd rather not say\"",
        ChooseOne = "Choose one of the answers",
        ChooseSome = "Choose one or more of the answers",
        WriteNumber = (min, max) => $"Write one number from {min} to {max}, such as {Math.Max(min, 3)}",
        WriteDay = "Write a real day in numbers, such as 5 3 2026",
        WriteLess = (most, now) => $"Write a little less. There is room for {Number(most)} characters, and this is {Number(now)}",
        OpenTooLong = "This page was open for a long time, so nothing was saved yet. Press the button again to save it",
        CheckTitle = "Check your answers",
        CheckText = "You can still change them. Then send them.",
        Change = "Change",
        LeftOut = "You'd rather not say",
        Send = "Send my answers",
        DoneTitle = "Thank you. Your answers are sent",
        DoneQuietTitle = "Your answers are sent",
        DoneText = ["There is nothing more to do. You can close this page.", "Nobody reads the answers at once. If you'd like your worker to ring you, tell them, or text CALL ME to us."],
        SupportTitle = "You can talk to somebody now",
        GoOn = "Go on with the questions",
        StopHere = "You can also stop here. What you have answered is saved.",
        HelpTitle = "If you need somebody now",
        HelpLines =
        [
            new("In danger", "Call 999", "tel:999"),
            new("Samaritans, any time, free", "Call 116 123", "tel:116123"),
            new("NHS, for your mental health", "Call 111, option 2", "tel:111"),
            new("SHOUT, by text, any time", "Text SHOUT to 85258", "sms:85258?body=SHOUT"),
        ],
        TooLarge = new("That is too much at once", "Nothing of it was saved. Go back, write a little less, and press the button again."),
    };
    /// <summary>For whoever it may be: nobody knows their language.</summary>
    public static FormMessage NotFound { get; } = new(
        "We can't open this page",
        "You have done nothing wrong. Part of the link may be missing. Or the time for these questions is over.",
        "Open the link in our newest message again. If that doesn't help, ask your worker. There is nothing that you must do.");

    /// <summary>Likewise.</summary>
    public static FormMessage Busy { get; } = new("Please wait a minute", "This page was asked for very often just now. Nothing is lost. Wait a minute, then try again.");
}
