using System.Globalization;
using System.Text.RegularExpressions;
using ConnectingPeople.Domain.Studies;
using NodaTime.Text;

namespace ConnectingPeople.Domain.Participants;

/// <summary>Checks an enrolment form: every field, all that is wrong at once.</summary>
public sealed partial class Enrolling
{
    private const int MaxName = 100;

    /// <summary>RFC 5321, section 4.5.3.1.3: a path is 256 octets at the most, its brackets included.</summary>
    private const int MaxEmail = 254;

    private readonly EnrolmentForm form;
    private readonly Study study;
    private readonly Instant now;
    private readonly List<FieldError> errors = [];

    private Enrolling(EnrolmentForm form, Study study, Instant now) => (this.form, this.study, this.now) = (form, study, now);

    /// <summary>Reads the form.</summary>
    /// <returns>The enrolment, or every error, in the order of the fields.</returns>
    public static (Enrolment? Enrolment, IReadOnlyList<FieldError> Errors) Check(EnrolmentForm form, Study study, Instant now)
    {
        Enrolling enrolling = new(form, study, now);
        Enrolment enrolment = enrolling.Read();
        return enrolling.errors.Count == 0 ? (enrolment, []) : (null, enrolling.errors);
    }

    private Enrolment Read()
    {
        string name = Text("name", form.Name, MaxName);
        Channel channel = Choice("channel", form.Channel, ("sms", Channel.Sms), ("email", Channel.Email));
        string? phone = Phone(channel);
        string? email = Email(channel);
        string language = Language();
        string zone = Zone();
        Profile profile = new()
        {
            AgencyId = Text("agencyId", form.AgencyId, MaxName),
            Practitioner = Text("practitionerEmail", form.PractitionerEmail, MaxName).ToLowerInvariant(),
            ClientGroup = Choice("clientGroup", form.ClientGroup,
                ("mental-health", ClientGroup.MentalHealth), ("learning-disability", ClientGroup.LearningDisability)),
            AgeBand = AgeBand(),
            Gender = Optional("gender", form.Gender, 40),
            Channel = channel,
            Language = language,
            TimeZone = zone,
            Consent = new Consent(ConsentDay(zone), Text("consent.version", form.ConsentVersion, 40), !KeepsAnswers()),
            EnrolledAt = now,
            CheckInDay = Day(),
            CheckInTime = Time(),
        };
        return new Enrolment(profile, new Contact(name, phone, email), Goals());
    }

    private string? Phone(Channel channel)
    {
        if (string.IsNullOrWhiteSpace(form.Phone))
        {
            return channel == Channel.Sms && !string.IsNullOrWhiteSpace(form.Channel) ? Fail<string?>("phone", "is missing: a person who is texted needs a mobile number.") : null;
        }

        Result<PhoneNumber> parsed = PhoneNumber.Parse(form.Phone);
        return parsed.Error is { } problem ? Fail<string?>("phone", problem) : parsed.Value!.E164;
    }

    private string? Email(Channel channel)
    {
        if (string.IsNullOrWhiteSpace(form.Email))
        {
            return channel == Channel.Email ? Fail<string?>("email", "is missing: a person who is written to by email needs an address.") : null;
        }

        string email = form.Email.Trim().ToLowerInvariant();
        return email.Length <= MaxEmail && EmailShape().IsMatch(email) ? email : Fail<string?>("email", "isn't an email address. Write it like amira@example.org.");
    }

    private string Language()
    {
        string language = Optional("language", form.Language, 20) ?? study.Languages[0];
        return study.Languages.FirstOrDefault(known => string.Equals(known, language, StringComparison.OrdinalIgnoreCase))
            ?? Fail("language", $"isn't one of the study's: {string.Join(", ", study.Languages)}.", "");
    }

    private string Zone()
    {
        string zone = Optional("timeZone", form.TimeZone, 60) ?? "Europe/London";
        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is { } found
            ? found.Id
            : Fail("timeZone", "isn't the name of a time zone. Use a name of the tz database such as Europe/London.", "Etc/UTC");
    }

    private string? AgeBand()
    {
        string? band = Optional("ageBand", form.AgeBand, 10);
        return band is null || AgeBandShape().IsMatch(band) ? band : Fail<string?>("ageBand", "isn't a band. Write it like 25-34 or 65+.");
    }

    private LocalDate ConsentDay(string zone)
    {
        string text = Text("consent.givenOn", form.ConsentGivenOn, 20);
        if (text.Length == 0)
        {
            return default;
        }

        Result<LocalDate> day = Consent.ReadDay(text, now.InZone(DateTimeZoneProviders.Tzdb[zone]).Date);
        return day.Error is { } problem ? Fail<LocalDate>("consent.givenOn", problem) : day.Value;
    }

    private bool KeepsAnswers() => string.IsNullOrWhiteSpace(form.ConsentKeepAnswers)
        || Choice("consent.keepAnswers", form.ConsentKeepAnswers, ("yes", true), ("no", false), ("true", true), ("false", false));

    private IsoDayOfWeek? Day()
    {
        if (Optional("checkInDay", form.CheckInDay, 20) is not { } text)
        {
            return null;
        }

        if (!Enum.TryParse(text, ignoreCase: true, out IsoDayOfWeek day) || day == IsoDayOfWeek.None || !char.IsLetter(text[0]))
        {
            return Fail<IsoDayOfWeek?>("checkInDay", "isn't a day of the week. Write it like thursday.");
        }

        return study.Sending.Days.Contains(day)
            ? day
            : Fail<IsoDayOfWeek?>("checkInDay", $"is a day without messages. Choose one of: {string.Join(", ", study.Sending.Days.Order())}.");
    }

    private LocalTime? Time()
    {
        if (Optional("checkInTime", form.CheckInTime, 20) is not { } text)
        {
            return null;
        }

        ParseResult<LocalTime> parsed = LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text);
        if (!parsed.Success)
        {
            return Fail<LocalTime?>("checkInTime", "isn't a time. Write it like 11:00.");
        }

        return parsed.Value >= study.Sending.From && parsed.Value < study.Sending.To
            ? parsed.Value
            : Fail<LocalTime?>("checkInTime", string.Create(CultureInfo.InvariantCulture,
                $"lies outside the hours in which people are written to. Choose one from {study.Sending.From:HH:mm} to before {study.Sending.To:HH:mm}."));
    }

    private List<string> Goals()
    {
        if (form.Goals.Count > Participants.Goals.Most)
        {
            Fail<string?>("goals", $"holds {form.Goals.Count} goals. Keep to {Participants.Goals.Most} at the most.");
        }

        return [.. form.Goals.Take(Participants.Goals.Most).Select(Goal)];
    }

    private string Goal(string written, int place)
    {
        Result<string> goal = Participants.Goals.Check(written);
        return goal.Error is { } problem ? Fail($"goals[{place}]", problem, "") : goal.Value!;
    }

    private string Text(string field, string? value, int max) => string.IsNullOrWhiteSpace(value)
        ? Fail(field, "is missing.", "")
        : Optional(field, value, max) ?? "";

    private string? Optional(string field, string? value, int max)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        string text = value.Trim();
        if (text.Length > max)
        {
            return Fail<string?>(field, $"is {text.Length} characters long. Keep to {max}.");
        }

        return text.Any(c => char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.PrivateUse)
            ? Fail<string?>(field, "holds a control character. Type it again without.")
            : text;
    }

    private T Choice<T>(string field, string? value, params (string Word, T Meaning)[] choices)
    {
        foreach ((string word, T meaning) in choices)
        {
            if (string.Equals(word, value?.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return meaning;
            }
        }

        string words = string.Join(" or ", choices.Select(choice => $"\"{choice.Word}\""));
        return Fail(field, string.IsNullOrWhiteSpace(value) ? $"is missing: {words}." : $"must be {words}.", choices[0].Meaning);
    }

    private T? Fail<T>(string field, string problem) => Fail<T?>(field, problem, default);

    private T Fail<T>(string field, string problem, T instead)
    {
        errors.Add(new FieldError(field, problem));
        return instead;
    }

    [GeneratedRegex(@"^[^@\s,;<>""]+@[^@\s,;<>""]+\.[^@\s,;<>"".]+$")]
    private static partial Regex EmailShape();

    [GeneratedRegex(@"^(\d{1,3}-\d{1,3}|\d{1,3}\+)$")]
    private static partial Regex AgeBandShape();
}
