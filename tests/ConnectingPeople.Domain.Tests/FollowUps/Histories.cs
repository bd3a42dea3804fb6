using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Domain.Tests.Studies;
using NodaTime.Text;

namespace ConnectingPeople.Domain.Tests.FollowUps;

/// <summary>One participant as stored, and how the datasets show them.</summary>
public static class Histories
{
    public static ParticipantId Amira { get; } = ParticipantId.From(123_456);

    public static ParticipantHistory Stored(params CheckIn[] checkIns) => new(new Participant
    {
        Id = Amira,
        StatusAt = At("2026-01-05T23:30:00Z"),
        Profile = new Profile
        {
            AgencyId = "north",
            Practitioner = "pat@example.org",
            ClientGroup = ClientGroup.LearningDisability,
            Channel = Channel.Sms,
            Language = "en-GB-easy",
            TimeZone = "Europe/Madrid",
            Consent = new Consent(new LocalDate(2026, 1, 2), "3"),
            EnrolledAt = At("2026-01-05T23:30:00Z"),
        },
    })
    {
        Sector = "nhs",
        CheckIns = checkIns,
        GoalsSetOn = new Dictionary<string, LocalDate> { ["g1"] = new LocalDate(2026, 1, 6) },
    };

    /// <summary>The weekly check-in of 8 January, sent at 11:00 and not answered yet.</summary>
    public static CheckIn Weekly(params Answer[] answers) => new()
    {
        Id = "weekly-2026-01-08",
        Questionnaire = "weekly",
        Version = 2,
        Goal = "g1",
        DueAt = At("2026-01-08T11:00:00Z"),
        SentAt = At("2026-01-08T11:00:00Z"),
        ClosesAt = At("2026-01-11T11:00:00Z"),
        FirstReplyAt = answers.Length == 0 ? null : answers[0].At,
        Answers = answers,
    };

    public static CheckIn Closed(this CheckIn checkIn, CheckInStatus status, string at) => checkIn with { Status = status, ClosedAt = At(at) };

    public static Answer Answered(string question, string value, string? label = null, string at = "2026-01-08T11:05:00Z") =>
        new(question, AnswerOutcome.Answered, value, label, value, 1, At(at));

    /// <summary>The nine-month wave, whose window is open from 20 September to 19 November 2026.</summary>
    public static CheckIn NineMonth(params Answer[] answers) => Weekly(answers) with
    {
        Id = "nine-month-2026-10-06",
        Questionnaire = "follow-up",
        Version = 1,
        Wave = "nine-month",
        Goal = null,
        DueAt = At("2026-10-06T09:00:00Z"),
        SentAt = null,
        ClosesAt = At("2026-11-19T23:00:00Z"),
    };

    /// <summary>The history as of an instant; by default long after all that happens in it.</summary>
    public static ParticipantHistory AsOf(this ParticipantHistory stored, string at = "2026-12-01T00:00:00Z", Study? study = null) =>
        CutOff.Apply(stored, At(at), study ?? Shipped.Study) ?? throw new InvalidOperationException("Nobody was enrolled by then.");

    public static IReadOnlyList<AnswerRow> AnswersOf(CheckIn checkIn) => AnswersFile.RowsOf(Amira.Text, checkIn, Shipped.Study);

    public static CheckInRow CheckInOf(ParticipantHistory person, string id = "weekly-2026-01-08") =>
        CheckInsFile.RowOf(person, person.CheckIns.Single(checkIn => checkIn.Id == id), Shipped.Study);

    /// <summary>A cell as text, as the CSV shows it.</summary>
    public static string Cell<TRow>(this Dataset<TRow> dataset, TRow row, string column) =>
        dataset.Columns.Single(one => one.Name == column).Cell(row);

    /// <summary>A row's cells, in their order.</summary>
    public static IEnumerable<string> Cells<TRow>(this Dataset<TRow> dataset, TRow row) => dataset.Columns.Select(column => column.Cell(row));

    /// <summary>A cell as text, as the CSV shows it before it is defused.</summary>
    public static string Cell<TRow>(this Column<TRow> column, TRow row) => column switch
    {
        TextColumn<TRow> text => text.Of(row) ?? "",
        IntegerColumn<TRow> number => number.Of(row)?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
        NumberColumn<TRow> number => number.Of(row)?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
        BooleanColumn<TRow> answer => answer.Of(row) switch { true => "true", false => "false", null => "" },
        DateColumn<TRow> day => day.Of(row)?.ToString("uuuu-MM-dd", null) ?? "",
        InstantColumn<TRow> moment => moment.Of(row)?.ToString() ?? "",
        _ => throw new InvalidOperationException(),
    };

    public static Instant At(string instant) => InstantPattern.General.Parse(instant).Value;
}
