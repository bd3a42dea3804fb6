using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Forms;

/// <summary>A check-in as a form shows it: what is worth asking by the answers so far, and what was answered.</summary>
/// <param name="CheckIn">The check-in.</param>
/// <param name="Questions">In order; an answer may add some or take some away.</param>
public sealed record FormState(CheckIn CheckIn, IReadOnlyList<FormQuestion> Questions)
{
    /// <summary>The first question that still needs an answer; null when none does and the form can be finished.</summary>
    public FormQuestion? Next => Questions.FirstOrDefault(question => question.Answer is null);

    /// <summary>The form of a check-in.</summary>
    /// <param name="person">Whose language and goals the questions are put in.</param>
    /// <param name="checkIn">One of theirs, open or not.</param>
    /// <param name="study">The definition the participant is enrolled under.</param>
    public static FormState Of(Participant person, CheckIn checkIn, Study study) => new(
        checkIn,
        [
            .. (study.QuestionnaireOf(checkIn)?.Questions ?? [])
                .Where(question => Conversation.IsWorthAsking(question, checkIn))
                .Select(question => new FormQuestion(question, Conversation.AskInForm(question, checkIn, person), AnswerTo(question.Id, checkIn))),
        ]);

    /// <summary>The question of that id; null when it isn't, or no longer, worth asking.</summary>
    public FormQuestion? Find(string id) => Questions.FirstOrDefault(question => question.Question.Id == id);

    /// <summary>Where the question stands, counted from 1; 0 when it isn't there.</summary>
    public int PlaceOf(string id) => Questions.TakeWhile(question => question.Question.Id != id).Count() is var before && before < Questions.Count ? before + 1 : 0;

    /// <summary>
    /// What a text message couldn't make clear, the form asks afresh. People see what they answered themselves, also where an interview
    /// says otherwise and holds.
    /// </summary>
    private static Answer? AnswerTo(string question, CheckIn checkIn) =>
        checkIn.Overridden.FirstOrDefault(answer => answer.Question == question && answer.Source != AnswerSource.Interview)
        ?? checkIn.Answers.FirstOrDefault(answer => answer.Question == question && answer.Outcome != AnswerOutcome.NotUnderstood);
}

/// <summary>A question of a form.</summary>
/// <param name="Question">With its type, options and range.</param>
/// <param name="Text">In the person's language, with their goal and <see cref="Messaging.FirstName.Token"/> for the name; lines are apart by a line feed.</param>
/// <param name="Answer">What was answered, a refusal included; null when nothing was.</param>
public sealed record FormQuestion(Question Question, string Text, Answer? Answer);
