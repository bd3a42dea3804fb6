using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.CheckIns;

/// <summary>Leads a person through a questionnaire: which question comes next, and in what words.</summary>
public static class Conversation
{
    /// <summary>The first question from <paramref name="place"/> on that is unanswered and worth asking; null when none is left.</summary>
    public static Question? NextFrom(int place, Questionnaire questionnaire, CheckIn checkIn)
    {
        for (int i = place; i < questionnaire.Questions.Count; i++)
        {
            Question question = questionnaire.Questions[i];
            if (IsWorthAsking(question, checkIn) && !checkIn.Answers.Any(answer => answer.Question == question.Id))
            {
                return question;
            }
        }

        return null;
    }

    /// <summary>The question in the person's language, about the goal of this check-in.</summary>
    public static string Ask(Question question, CheckIn checkIn, Participant person) =>
        question.Text.In(person.Profile.Language, Values(checkIn, person));

    /// <summary>The question in other words where it has some, else in the same.</summary>
    public static string AskAgain(Question question, CheckIn checkIn, Participant person) =>
        (question.Again ?? question.Text).In(person.Profile.Language, Values(checkIn, person));

    /// <summary>The question as the form asks it, where there is room for the whole goal.</summary>
    public static string AskInForm(Question question, CheckIn checkIn, Participant person) =>
        (question.FormText ?? question.Text).In(person.Profile.Language, Values(checkIn, person, goal => goal.Text));

    /// <summary>One of the study's messages around a question.</summary>
    public static string Say(MessageText message, Participant person, string question = "", string hint = "", string until = "") =>
        message.In(person.Profile.Language, new TextValues(FirstName.Token, Question: question, Hint: hint, Until: until, Link: FormLink.Token));

    /// <summary>The first words of a check-in around its first question.</summary>
    public static string Open(Questionnaire questionnaire, Question first, CheckIn checkIn, Participant person)
    {
        TextValues values = Values(checkIn, person);
        return questionnaire.Open(person.Profile.Language, values with { Question = first.Text.In(person.Profile.Language, values) });
    }

    /// <summary>Whether the answers so far make the question worth asking.</summary>
    public static bool IsWorthAsking(Question question, CheckIn checkIn) =>
        (!question.AboutGoal || checkIn.Goal is not null) && (question.AskWhen is not { } condition || IsMet(condition, checkIn));

    private static bool IsMet(AskWhen condition, CheckIn checkIn)
    {
        string? value = checkIn.Answers.FirstOrDefault(answer => answer.Question == condition.Question)?.Value;
        if (value is null)
        {
            return false;
        }

        if (condition.Is is { } wanted)
        {
            return value.Split(';').Contains(wanted, StringComparer.OrdinalIgnoreCase);
        }

        return int.TryParse(value, out int number)
            && (condition.AtMost is not { } most || number <= most)
            && (condition.AtLeast is not { } least || number >= least);
    }

    private static TextValues Values(CheckIn checkIn, Participant person) => Values(checkIn, person, goal => GoalText.Shorten(goal.Text));

    private static TextValues Values(CheckIn checkIn, Participant person, Func<Goal, string> write) =>
        new(FirstName.Token, person.Goals.FirstOrDefault(goal => goal.Id == checkIn.Goal) is { } goal ? write(goal) : "", Link: FormLink.Token);
}
