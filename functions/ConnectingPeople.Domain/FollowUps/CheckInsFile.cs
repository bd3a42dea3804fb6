using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.FollowUps;

/// <summary>A check-in with the person it was for.</summary>
/// <param name="Of">The person.</param>
/// <param name="CheckIn">As of the cut-off.</param>
/// <param name="Answers">Its rows in <c>answers</c>.</param>
/// <param name="Study">The definition.</param>
public sealed record CheckInRow(ParticipantHistory Of, CheckIn CheckIn, IReadOnlyList<AnswerRow> Answers, Study Study)
{
    /// <summary>How many questions it had for the person; null when only a former version of the definition could tell.</summary>
    public int? Questions => AnswersFile.WasAsked(CheckIn) && Study.Questionnaires.GetValueOrDefault(CheckIn.Questionnaire)?.Version != CheckIn.Version
        ? null
        : Answers.Count;
}

/// <summary><c>check_ins</c>: a row is a check-in, sorted by participant_id and check_in_id.</summary>
public static class CheckInsFile
{
    /// <summary>The columns, described with the study's waves.</summary>
    public static Dataset<CheckInRow> DatasetOf(Study study) => new("check_ins",
    [
        new TextColumn<CheckInRow>("participant_id", "The participant's pseudonym", row => row.Of.Person.Id.Text) { Values = "CP- and six characters" },
        new TextColumn<CheckInRow>("check_in_id", "The check-in, unique for the participant", row => row.CheckIn.Id) { Values = "{schedule or wave}-{local day due}" },
        new TextColumn<CheckInRow>("questionnaire", "What it asks", row => row.CheckIn.Questionnaire) { Values = string.Join(" | ", study.Questionnaires.Keys) },
        new IntegerColumn<CheckInRow>("questionnaire_version", "The questionnaire's version when it was asked", row => row.CheckIn.Version),
        new TextColumn<CheckInRow>("wave", "The wave it measures", row => row.CheckIn.Wave)
        {
            Values = string.Join(" | ", study.Waves.Select(wave => wave.Id)), Missing = "an ordinary check-in",
        },
        new TextColumn<CheckInRow>("channel", "How the participant is written to", row => Words.Of(row.Of.Person.Profile.Channel)) { Values = "sms | email" },
        new InstantColumn<CheckInRow>("due_at", "When it was to be sent", row => row.CheckIn.DueAt),
        new InstantColumn<CheckInRow>("sent_at", "When its first message was first tried", row => row.CheckIn.SentAt)
        {
            Missing = "not sent by the cut-off, or asked in an interview",
        },
        new InstantColumn<CheckInRow>("delivered_at", "When we heard that its first message had arrived", Delivered) { Missing = "the provider didn't say so" },
        new InstantColumn<CheckInRow>("first_reply_at", "When the first reply came", row => row.CheckIn.FirstReplyAt) { Missing = "no reply" },
        new InstantColumn<CheckInRow>("completed_at", "When the last question was settled", row => row.CheckIn.CompletedAt) { Missing = "not completed" },
        new InstantColumn<CheckInRow>("closed_at", "When it stopped to take answers", row => row.CheckIn.ClosedAt) { Missing = "still open at the cut-off" },
        new IntegerColumn<CheckInRow>("reminders", "How many reminders went", row => row.CheckIn.Reminders) { Unit = "messages" },
        new TextColumn<CheckInRow>("status", "What became of it", row => row.CheckIn.Status == CheckInStatus.Open ? null : Words.Of(row.CheckIn.Status))
        {
            Values = "completed | partial | missed | undelivered | cancelled", Missing = "still open at the cut-off",
        },
        new IntegerColumn<CheckInRow>("questions", "How many questions it had for this participant", row => row.Questions)
        {
            Unit = "questions",
            Missing = "asked with another version of the questionnaire than the study's present one",
            Derivation = "questions worth asking after the answers given, the rows of this check-in in answers; 0 when it was never asked",
        },
        new IntegerColumn<CheckInRow>("answered", "How many of them were answered", row => row.Answers.Count(answer => answer.IsAnswered)) { Unit = "questions" },
    ]);

    /// <summary>The row of one check-in, with its rows in <c>answers</c>.</summary>
    public static CheckInRow RowOf(ParticipantHistory person, CheckIn checkIn, Study study) =>
        new(person, checkIn, AnswersFile.RowsOf(person.Person.Id.Text, checkIn, study), study);

    private static Instant? Delivered(CheckInRow row) =>
        row.Of.DeliveredAt.TryGetValue($"{row.CheckIn.Id}.ask.1", out Instant delivered) ? delivered : null;
}
