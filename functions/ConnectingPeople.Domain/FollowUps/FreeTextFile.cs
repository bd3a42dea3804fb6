using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.FollowUps;

using Moment = InstantColumn<AnswerRow>;
using Text = TextColumn<AnswerRow>;

/// <summary>
/// <c>free_text</c>: a row is an answer in a person's own words, sorted by participant_id, check_in_id and the questionnaire's order.
/// The only file in which such words stand.
/// </summary>
public static class FreeTextFile
{
    /// <summary>The file's name without its ending.</summary>
    public const string Name = "free_text";

    /// <summary>The columns, described with the study's questions.</summary>
    public static Dataset<AnswerRow> DatasetOf(Study study) => new(Name,
    [
        KeyColumns.Participant<AnswerRow>(row => row.Participant),
        KeyColumns.CheckIn<AnswerRow>(row => row.CheckIn),
        KeyColumns.Wave<AnswerRow>(study, row => row.CheckIn),
        new Text("question_id", "The question, unique in its questionnaire", row => row.QuestionId)
        {
            Values = QuestionsInWords.Ids(study),
            QuestionText = QuestionsInWords.Texts(study, question => question is TextQuestion),
            Instrument = QuestionsInWords.Instrument,
            Derivation = "question_text has the questions that ask for words; others stand here for answers whose words are no code of theirs",
        },
        new Moment("answered_at", "When the words came", row => row.Answer!.At),
        new Text("source", "How they came", row => Words.Of(row.Answer!.Source))
        {
            Codes = ["sms", "email-form", "interview"],
            Derivation = "an interview's words and the participant's own each have a row; the first of them holds, as in answers",
        },
        new Text("text", "The words, as the participant wrote or said them", row => row.OwnWords)
        {
            Derivation = "nothing is taken out of them: they may name people and places, so keep the file apart and quote nothing that tells who "
                + "somebody is. Replies that were understood as a code, or not at all, aren't answers in words and stand in no file",
        },
    ])
    {
        Key = ["participant_id", "check_in_id", "question_id", "source"],
    };

    /// <summary>One person's answers in their own words, those that don't hold behind those that do; none where the study exports none.</summary>
    /// <param name="holding">The rows of the answers that hold.</param>
    /// <param name="study">The definition.</param>
    public static IEnumerable<AnswerRow> RowsOf(IEnumerable<AnswerRow> holding, Study study) => study.Exports.FreeText == FreeTextExport.Never
        ? []
        : AnswersFile.WithOverridden(holding).Where(answer => answer.OwnWords is not null);
}
