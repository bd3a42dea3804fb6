using System.Globalization;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.FollowUps;

using Flag = BooleanColumn<ContactRow>;
using Moment = InstantColumn<ContactRow>;
using Number = IntegerColumn<ContactRow>;

/// <summary>What somebody said of a week's contacts.</summary>
/// <param name="Of">The person.</param>
/// <param name="CheckIn">The check-in that asked.</param>
/// <param name="Answers">The answers about contacts, at least one.</param>
public sealed record ContactRow(ParticipantHistory Of, CheckIn CheckIn, IReadOnlyList<AnswerRow> Answers)
{
    /// <summary>The code that answers a question; null without one.</summary>
    public string? Value(string? question) => Answers.FirstOrDefault(answer => answer.QuestionId == question)?.Value;
}

/// <summary>
/// <c>social_contacts</c>: a row is a check-in with an answer about contacts, sorted by participant_id and check_in_id. Which
/// questions these are says <see cref="ExportOptions.Contacts"/>.
/// </summary>
public static class SocialContactsFile
{
    private const int DaysAWeek = 7;

    /// <summary>The columns, described with the study's questions.</summary>
    public static Dataset<ContactRow> DatasetOf(Study study)
    {
        ContactQuestions? asked = study.Exports.Contacts;
        return new Dataset<ContactRow>("social_contacts",
        [
            KeyColumns.Participant<ContactRow>(row => row.Of.Person.Id.Text),
            KeyColumns.CheckIn<ContactRow>(row => row.CheckIn),
            KeyColumns.Wave<ContactRow>(study, row => row.CheckIn),
            new Number("week", "The participant's week in the study", Week)
            {
                Unit = "weeks",
                Derivation = "full weeks from the day of enrolment to the day the check-in was due, both in the participant's time zone; 0 is the first week",
            },
            new Moment("answered_at", "When the last of these answers came", row => row.Answers.Max(answer => answer.Answer!.At)),
            Asking(new Number("people", "How many people the participant was in touch with", row => Count(row.Value(asked?.People))) { Unit = "people" }, study, asked?.People),
            Asking(new Flag("new_person", "Whether somebody new was among them", row => IsYes(row.Value(asked?.NewPerson))), study, asked?.NewPerson),
            Asking(new Flag("activity", "Whether the participant went to an activity in the community", row => IsYes(row.Value(asked?.Activity))), study, asked?.Activity),
        ])
        {
            Key = ["participant_id", "check_in_id"],
        };
    }

    /// <summary>One person's rows, in the order of their check-ins.</summary>
    public static IEnumerable<ContactRow> RowsOf(PersonRows rows, Study study) => study.Exports.Contacts is not { } asked ? [] :
        from checkIn in rows.CheckIns
        let about = checkIn.Answers.Where(answer => answer is { IsAnswered: true, Value: not null } && asked.Include(answer.QuestionId)).ToList()
        where about.Count > 0
        select new ContactRow(rows.Person, checkIn.CheckIn, about);

    private static Column<ContactRow> Asking(Column<ContactRow> column, Study study, string? question) => column with
    {
        Values = column.Type == "boolean" ? "true | false" : QuestionsInWords.Codes(study, asked => asked.Id == question),
        Missing = question is null ? "the study doesn't ask it" : "not answered in this check-in",
        QuestionText = question is null ? null : QuestionsInWords.Texts(study, asked => asked.Id == question),
        Instrument = question is null ? null : QuestionsInWords.Instrument,
    };

    private static int? Week(ContactRow row) =>
        Period.DaysBetween(row.Of.EnrolledOn, row.Of.DayOf(row.CheckIn.DueAt)) / DaysAWeek;

    private static int? Count(string? value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : null;

    private static bool? IsYes(string? value) => value switch { "yes" => true, "no" => false, _ => null };
}
