using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.FollowUps;

using Moment = InstantColumn<AnswerRow>;
using Number = IntegerColumn<AnswerRow>;
using Text = TextColumn<AnswerRow>;

/// <summary>What came of one question of one check-in.</summary>
/// <param name="Participant">The pseudonym.</param>
/// <param name="CheckIn">The check-in as of the cut-off.</param>
/// <param name="QuestionId">Unique in the check-in.</param>
/// <param name="Question">The question as the definition has it now; null when it was dropped.</param>
/// <param name="Answer">Null for a question that wasn't reached.</param>
public sealed record AnswerRow(string Participant, CheckIn CheckIn, string QuestionId, Question? Question, Answer? Answer)
{
    /// <summary>Whether the question was answered, in codes or in words.</summary>
    public bool IsAnswered => Answer?.Outcome == AnswerOutcome.Answered;

    /// <summary>The answer's code; null without one.</summary>
    public string? Value => Answer is { Value: not null } answer && AnswerCode.Is(answer, Question) ? answer.Value : null;

    /// <summary>The answer in the person's own words; null for a code, and without an answer.</summary>
    public string? OwnWords => Value is null ? Answer?.Value : null;
}

/// <summary>
/// <c>answers</c>: a row is a question of a check-in that was asked, sorted by participant_id, check_in_id and the questionnaire's order;
/// its key has the source, too, because an interview and the person's own answer each have a row where both were given.
/// </summary>
public static class AnswersFile
{
    /// <summary>The columns, described with the study's questions.</summary>
    public static Dataset<AnswerRow> DatasetOf(Study study) => new("answers",
    [
        KeyColumns.Participant<AnswerRow>(row => row.Participant),
        KeyColumns.CheckIn<AnswerRow>(row => row.CheckIn),
        KeyColumns.Wave<AnswerRow>(study, row => row.CheckIn),
        new Text("question_id", "The question, unique in its questionnaire", row => row.QuestionId)
        {
            Values = QuestionsInWords.Ids(study), QuestionText = QuestionsInWords.Texts(study), Instrument = QuestionsInWords.Instrument,
        },
        new Number("question_version", "The questionnaire's version when it was asked", row => row.CheckIn.Version),
        new Text("type", "The question's type", row => row.Question?.Type)
        {
            Codes = ["scale", "count", "yes-no", "choice", "choices", "text", "date"],
            Missing = "a newer version of the questionnaire dropped the question",
        },
        new Text("value", "The answer", row => row.Value)
        {
            Values = QuestionsInWords.Codes(study),
            Missing = "not answered, or answered in the person's own words, which stand only in free_text",
            Derivation = Defusing.InWords,
        },
        new Text("label", "The value in words", row => row.Value is null ? null : row.Answer!.Label) { Missing = "the value has none" },
        new Text("outcome", "What came of the question", row => row.Answer is { } answer ? Words.Of(answer.Outcome) : "not-reached")
        {
            Codes = ["answered", "refused", "not-understood", "not-reached"],
            Derivation = "not-reached: nothing settled it by the cut-off. Questions that earlier answers made pointless have no row, nor has a "
                + "check-in that was never asked. One asked with another version of its questionnaire than the study's present one has rows only for "
                + "what was settled",
        },
        new Number("attempts", "Replies it took to settle the question", row => row.Answer?.Attempts)
        {
            Unit = "replies", Missing = "not-reached",
        },
        new Moment("answered_at", "When the reply that settled it came", row => row.Answer?.At) { Missing = "not-reached" },
        new Text("source", "How that came", row => row.Answer is { } answer ? Words.Of(answer.Source) : null)
        {
            Codes = ["sms", "email-form", "interview"],
            Missing = "not-reached",
            Derivation = "where an interview and the participant's own text or form say otherwise, each has a row: first the interview's, which holds, "
                + "then the participant's. All other files use the one that holds, and check_ins counts the question once. A question's answers before "
                + "its source put them right aren't kept",
        },
    ]);

    /// <summary>
    /// The rows of one check-in with the answers that hold, in the order of the questionnaire; none for one that was never asked.
    /// </summary>
    public static IReadOnlyList<AnswerRow> RowsOf(string participant, CheckIn checkIn, Study study)
    {
        if (!WasAsked(checkIn))
        {
            return [];
        }

        Questionnaire? questionnaire = study.QuestionnaireOf(checkIn);
        List<AnswerRow> rows = [];
        foreach (Question question in questionnaire?.Version == checkIn.Version ? questionnaire.Questions : [])
        {
            Answer? answer = checkIn.Answers.LastOrDefault(answer => answer.Question == question.Id);
            if (answer is not null || Conversation.IsWorthAsking(question, checkIn))
            {
                rows.Add(new AnswerRow(participant, checkIn, question.Id, question, answer));
            }
        }

        foreach (Answer answer in checkIn.Answers.Where(answer => !rows.Exists(row => row.QuestionId == answer.Question)))
        {
            rows.Add(new AnswerRow(participant, checkIn, answer.Question, questionnaire?.Find(answer.Question), answer));
        }

        return rows;
    }

    /// <summary>The rows as the file has them: behind each answer that holds what else was answered to its question.</summary>
    /// <param name="holding">The rows that <see cref="RowsOf"/> gives.</param>
    public static IEnumerable<AnswerRow> WithOverridden(IEnumerable<AnswerRow> holding) => holding.SelectMany(row => row.CheckIn.Overridden
        .Where(answer => answer.Question == row.QuestionId && row.Answer is not null)
        .Select(answer => row with { Answer = answer })
        .Prepend(row));

    /// <summary>Whether the check-in's questions were put to the person at all.</summary>
    public static bool WasAsked(CheckIn checkIn) =>
        checkIn.Status != CheckInStatus.Cancelled && (checkIn.SentAt is not null || checkIn.Answers.Count > 0);
}
