using System.Text.Json.Serialization;
using NodaTime.Text;

namespace ConnectingPeople.Domain.Participants;

/// <summary>What is known of a participant beside their course: nothing in it tells who they are.</summary>
public sealed record Profile
{
    public required string AgencyId { get; init; }

    /// <summary>The practitioner's email, who works with the person and is alerted.</summary>
    public required string Practitioner { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required ClientGroup ClientGroup { get; init; }

    /// <summary>Such as <c>25-34</c>; null when it wasn't asked.</summary>
    public string? AgeBand { get; init; }

    /// <summary>In the person's own words for it; null when it wasn't asked.</summary>
    public string? Gender { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required Channel Channel { get; init; }

    /// <summary>One of the study's languages, such as <c>en-GB-easy</c>.</summary>
    public required string Language { get; init; }

    /// <summary>An id of the tz database, such as <c>Europe/London</c>.</summary>
    public required string TimeZone { get; init; }

    public required Consent Consent { get; init; }

    public required Instant EnrolledAt { get; init; }

    /// <summary>The day of the week the person chose for check-ins; null takes the schedule's.</summary>
    public IsoDayOfWeek? CheckInDay { get; init; }

    /// <summary>The local time the person chose for messages; null takes the schedule's.</summary>
    public LocalTime? CheckInTime { get; init; }

    /// <summary>The zone itself. Enrolment proved that the id names one.</summary>
    public DateTimeZone Zone() => DateTimeZoneProviders.Tzdb[TimeZone];
}

/// <summary>What the person agreed to.</summary>
/// <param name="GivenOn">The day.</param>
/// <param name="Version">Of the consent form.</param>
/// <param name="EraseAnswers">Whether their answers go with their identity if they ask to be erased; else these stay, pseudonymous.</param>
public sealed record Consent(LocalDate GivenOn, string Version, bool EraseAnswers = false)
{
    /// <summary>No study that this could be about began earlier: a day before is a slip of the pen.</summary>
    private static readonly LocalDate Earliest = new(2000, 1, 1);

    /// <summary>Reads the day that somebody wrote down, which is <paramref name="today"/> at the latest.</summary>
    /// <returns>The day, or why it can't be, in words for the person who typed it.</returns>
    public static Result<LocalDate> ReadDay(string? text, LocalDate today)
    {
        if (!LocalDatePattern.Iso.Parse(text ?? "").TryGetValue(default, out LocalDate day) || day < Earliest)
        {
            return Result<LocalDate>.Failure("isn't a day of this study. Write it like 2026-01-05.");
        }

        return day <= today ? day : Result<LocalDate>.Failure($"lies in the future ({text}). Consent comes before messages.");
    }
}

public enum ClientGroup
{
    MentalHealth,
    LearningDisability,
}

public enum Channel
{
    Sms,
    Email,
}
