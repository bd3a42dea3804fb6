using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.FollowUps;

using Moment = InstantColumn<CheckInRow>;
using Number = IntegerColumn<CheckInRow>;
using Text = TextColumn<CheckInRow>;

/// <summary>A check-in with the person it was for.</summary>
/// <param name="Of">The person.</param>
/// <param name="CheckIn">As of the cut-off.</param>
/// <param name="Answers">Its rows in <c>answers</c>, those that hold.</param>
/// <param name="Study">The definition.</param>
public sealed record CheckInRow(ParticipantHistory Of, CheckIn CheckIn, IReadOnlyList<AnswerRow> Answers, Study Study)
{
    /// <summary>How many questions it had for the person; null when only a former version of the definition could tell.</summary>
    public int? Questions => AnswersFile.WasAsked(CheckIn) && IsOutdated ? null : Answers.Count;

    private bool IsOutdated => Study.Questionnaires.GetValueOrDefault(CheckIn.Questionnaire)?.Version != CheckIn.Version;
}

/// <summary><c>check_ins</c>: a row is a check-in, sorted by participant_id and check_in_id.</summary>
public static class CheckInsFile
{
    /// <summary>The columns, described with the study's waves.</summary>
    public static Dataset<CheckInRow> DatasetOf(Study study) => new("check_ins",
    [
        KeyColumns.Participant<CheckInRow>(row => row.Of.Person.Id.Text),
        KeyColumns.CheckIn<CheckInRow>(row => row.CheckIn),
        new Text("questionnaire", "What it asks", row => row.CheckIn.Questionnaire) { Values = string.Join(" | ", study.Questionnaires.Keys) },
        new Number("questionnaire_version", "The questionnaire's version when it was asked", row => row.CheckIn.Version),
        KeyColumns.Wave<CheckInRow>(study, row => row.CheckIn),
        new Text("channel", "How the participant is written to", row => Words.Of(row.Of.Person.Profile.Channel)) { Codes = ["sms", "email"] },
        new Moment("due_at", "When it was to be sent", row => row.CheckIn.DueAt),
        new Moment("sent_at", "When its first message was first tried", row => row.CheckIn.SentAt)
        {
            Missing = "not sent by the cut-off, or asked in an interview",
        },
        new Moment("delivered_at", "When we heard that its first message had arrived", Delivered) { Missing = "the provider didn't say so" },
        new Moment("first_reply_at", "When the first reply came", row => row.CheckIn.FirstReplyAt) { Missing = "no reply" },
        new Moment("completed_at", "When the last question was settled", row => row.CheckIn.CompletedAt) { Missing = "not completed" },
        new Moment("closed_at", "When it stopped to take answers from the participant", row => row.CheckIn.ClosedAt)
        {
            Missing = "still open at the cut-off", Derivation = "an interview may add to a wave later: answered_at in answers says so",
        },
        new Number("reminders", "How many reminders went", row => row.CheckIn.Reminders) { Unit = "messages" },
        new Text("status", "What became of it", row => row.CheckIn.Status == CheckInStatus.Open ? null : Words.Of(row.CheckIn.Status))
        {
            Codes = ["completed", "partial", "missed", "undelivered", "cancelled"], Missing = "still open at the cut-off",
        },
        new Number("questions", "How many questions it had for this participant", row => row.Questions)
        {
            Unit = "questions",
            Missing = "asked with another version of the questionnaire than the study's present one",
            Derivation = "questions worth asking after the answers given, the rows of this check-in in answers, two of one question counted once; 0 when it was never asked",
        },
        new Number("answered", "How many of them were answered", row => row.Answers.Count(answer => answer.IsAnswered)) { Unit = "questions" },
    ])
    {
        Key = ["participant_id", "check_in_id"],
    };

    /// <summary>The row of one check-in, with its rows in <c>answers</c>.</summary>
    public static CheckInRow RowOf(ParticipantHistory person, CheckIn checkIn, Study study) =>
        new(person, checkIn, AnswersFile.RowsOf(person.Person.Id.Text, checkIn, study), study);

    private static Instant? Delivered(CheckInRow row) =>
        row.Of.DeliveredAt.TryGetValue($"{row.CheckIn.Id}.ask.1", out Instant delivered) ? delivered : null;
}
