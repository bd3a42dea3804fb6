using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>Warns of everything a study can say that takes more than one SMS, with the longest name, goal and day.</summary>
internal sealed class SegmentCheck
{
    private static readonly TextValues Longest = new(
        new string('n', FirstName.MaxLength), new string('g', GoalText.MaxLength), Until: "Wednesday 30 September", Link: new string('l', FormLink.UsualLength));

    private readonly Study study;
    private readonly Reading reading;
    private readonly string language;

    private SegmentCheck(Study study, Reading reading, string language) =>
        (this.study, this.reading, this.language) = (study, reading, language);

    public static void Warn(Study study, Reading reading)
    {
        foreach (string language in study.Languages)
        {
            SegmentCheck check = new(study, reading, language);
            check.CheckMessages();
            foreach (Questionnaire questionnaire in study.Questionnaires.Values)
            {
                check.CheckQuestions(questionnaire);
            }
        }
    }

    private void CheckMessages()
    {
        StudyMessages messages = study.Messages;
        MessageText[] whole =
        [
            messages.Thanks, messages.ThanksWithLink, messages.OptedOut, messages.StillOptedOut, messages.OptedIn, messages.Help, messages.Paused,
            messages.CallMe, messages.Signposting, messages.Noted, messages.NoWords, messages.UnknownNumber, messages.LeftStudy,
        ];
        foreach (MessageText message in whole)
        {
            Check(message, "the text", message.In(language, Longest));
        }
    }

    private void CheckQuestions(Questionnaire questionnaire)
    {
        bool mayBeFirst = true;
        foreach (Question question in questionnaire.Questions)
        {
            CheckQuestion(question);
            if (mayBeFirst && question.AskWhen is null)
            {
                TextValues values = Longest with { Question = question.Text.In(language, Longest) };
                bool hasLink = questionnaire.Opening?.Variables.Contains("link") == true; // beside a question it never fits one SMS
                Check(question.Text, "the opening with this question", questionnaire.Open(language, values), atMost: hasLink ? 2 : 1);
            }

            mayBeFirst &= question.AboutGoal || question.AskWhen is not null; // a person without a goal begins with a later one
        }
    }

    private void CheckQuestion(Question question)
    {
        StudyMessages messages = study.Messages;
        TextValues values = Longest with { Question = question.Text.In(language, Longest), Hint = messages.HintFor(question, language) };
        Check(question.Text, "the question", values.Question);
        Check(question.Text, "the reminder with this question", messages.Reminder.In(language, values));
        Check(question.Text, "the apology with this question", messages.AskAgain.In(language, values));
        Check(question.Text, "the hint for this question", messages.AskDifferently.In(language, values));
        Check(question.Text, "moving on to this question", messages.MovingOn.In(language, values));
        if (question.Again is { } again)
        {
            string reworded = again.In(language, Longest);
            Check(again, "the question in other words", reworded);
            Check(again, "the apology with these words", messages.AskAgain.In(language, Longest with { Question = reworded }));
        }
    }

    private void Check(MessageText origin, string what, string text, int atMost = 1)
    {
        int segments = SmsSegments.Count(text);
        if (segments > atMost)
        {
            string measure = SmsSegments.IsGsm(text)
                ? $"{SmsSegments.Length(text)} of 160 characters"
                : $"{SmsSegments.Length(text)} of 70 characters, since not all are of the GSM alphabet: {Strange(text)}";
            reading.Warn(
                origin, $"in {language}, {what} takes {segments} SMS with the longest name and goal ({measure})",
                "shorten it, and use plain quotes and dashes");
        }
    }

    private static string Strange(string text) =>
        string.Join(' ', text.Where(letter => !SmsSegments.IsGsm(letter.ToString())).Distinct().Take(10));
}
