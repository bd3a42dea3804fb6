using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.FollowUps;

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
}

/// <summary><c>answers</c>: a row is a question of a check-in that was asked, sorted by participant_id, check_in_id and the questionnaire's order.</summary>
public static class AnswersFile
{
    /// <summary>The columns, described with the study's questions.</summary>
    public static Dataset<AnswerRow> DatasetOf(Study study) => new("answers",
    [
        new TextColumn<AnswerRow>("participant_id", "The participant's pseudonym", row => row.Participant) { Values = "CP- and six characters" },
        new TextColumn<AnswerRow>("check_in_id", "The check-in, unique for the participant", row => row.CheckIn.Id) { Values = "{schedule or wave}-{local day due}" },
        new TextColumn<AnswerRow>("wave", "The wave it measures", row => row.CheckIn.Wave)
        {
            Values = string.Join(" | ", study.Waves.Select(wave => wave.Id)), Missing = "an ordinary check-in",
        },
        new TextColumn<AnswerRow>("question_id", "The question, unique in its questionnaire", row => row.QuestionId)
        {
            Values = QuestionsInWords.Ids(study), QuestionText = QuestionsInWords.Texts(study), Instrument = "this study's own questions",
        },
        new IntegerColumn<AnswerRow>("question_version", "The questionnaire's version when it was asked", row => row.CheckIn.Version),
        new TextColumn<AnswerRow>("type", "The question's type", row => row.Question?.Type)
        {
            Values = "scale | count | yes-no | choice | choices | text | date", Missing = "a newer version of the questionnaire dropped the question",
        },
        new TextColumn<AnswerRow>("value", "The answer", row => row.Value)
        {
            Values = QuestionsInWords.Codes(study),
            Missing = "not answered, or answered in the person's own words, which stand only in free_text",
            Derivation = CodebookFile.Defusing,
        },
        new TextColumn<AnswerRow>("label", "The value in words", row => row.Value is null ? null : row.Answer!.Label) { Missing = "the value has none" },
        new TextColumn<AnswerRow>("outcome", "What came of the question", row => row.Answer is { } answer ? Words.Of(answer.Outcome) : "not-reached")
        {
            Values = "answered | refused | not-understood | not-reached",
            Derivation = "not-reached: nothing settled it by the cut-off. Questions that earlier answers made pointless have no row, nor has a check-in that was "
                + "never asked. One asked with another version of its questionnaire than the study's present one has rows only for what was settled",
        },
        new IntegerColumn<AnswerRow>("attempts", "Replies it took to settle the question", row => row.Answer?.Attempts) { Unit = "replies", Missing = "not-reached" },
        new InstantColumn<AnswerRow>("answered_at", "When the reply that settled it came", row => row.Answer?.At) { Missing = "not-reached" },
        new TextColumn<AnswerRow>("source", "How that came", row => row.Answer is { } answer ? Words.Of(answer.Source) : null)
        {
            Values = "sms | email-form | interview", Missing = "not-reached",
        },
    ]);

    /// <summary>The rows of one check-in, in the order of the questionnaire; none for one that was never asked.</summary>
    public static IReadOnlyList<AnswerRow> RowsOf(string participant, CheckIn checkIn, Study study)
    {
        if (!WasAsked(checkIn))
        {
            return [];
        }

        Questionnaire? questionnaire = study.Questionnaires.GetValueOrDefault(checkIn.Questionnaire);
        IEnumerable<string> known = questionnaire?.Version == checkIn.Version
            ? questionnaire.Questions.Where(question => Conversation.IsWorthAsking(question, checkIn)).Select(question => question.Id)
            : [];
        Dictionary<string, Answer> answers = [];
        foreach (Answer answer in checkIn.Answers)
        {
            answers[answer.Question] = answer;
        }

        IEnumerable<string> ids = known.Union(answers.Keys);
        if (questionnaire?.Version == checkIn.Version)
        {
            ids = ids.OrderBy(id => questionnaire.PlaceOf(id) is >= 0 and int place ? place : int.MaxValue);
        }

        return [.. ids.Select(id => new AnswerRow(participant, checkIn, id, questionnaire?.Find(id), answers.GetValueOrDefault(id)))];
    }

    /// <summary>Whether the check-in's questions were put to the person at all.</summary>
    public static bool WasAsked(CheckIn checkIn) =>
        checkIn.Status != CheckInStatus.Cancelled && (checkIn.SentAt is not null || checkIn.Answers.Count > 0);
}
