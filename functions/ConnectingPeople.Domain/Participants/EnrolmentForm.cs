namespace ConnectingPeople.Domain.Participants;

/// <summary>What somebody filled in to enrol a person, as they wrote it, whether in a request, a page or a row of a file.</summary>
public sealed record EnrolmentForm
{
    public string? Name { get; init; }
    public string? Phone { get; init; }
    public string? Email { get; init; }
    public string? Channel { get; init; }
    public string? Language { get; init; }
    public string? TimeZone { get; init; }
    public string? AgencyId { get; init; }
    public string? PractitionerEmail { get; init; }
    public string? ClientGroup { get; init; }
    public string? AgeBand { get; init; }
    public string? Gender { get; init; }
    public string? ConsentGivenOn { get; init; }
    public string? ConsentVersion { get; init; }

    /// <summary><c>yes</c> or <c>no</c>; null is taken as yes.</summary>
    public string? ConsentKeepAnswers { get; init; }

    public IReadOnlyList<string> Goals { get; init; } = [];
    public string? CheckInDay { get; init; }
    public string? CheckInTime { get; init; }
}

/// <summary>One thing wrong with one field.</summary>
/// <param name="Field">As the request names it, such as <c>consent.givenOn</c>.</param>
/// <param name="Problem">What is wrong and what to write instead.</param>
public sealed record FieldError(string Field, string Problem);

/// <summary>A person who can be enrolled.</summary>
/// <param name="Profile">All but who they are.</param>
/// <param name="Contact">Who they are.</param>
/// <param name="Goals">What they work towards.</param>
public sealed record Enrolment(Profile Profile, Contact Contact, IReadOnlyList<string> Goals)
{
    /// <summary>The participant as they begin.</summary>
    public Participant Begin(ParticipantId id)
    {
        Participant person = new() { Id = id, Profile = Profile, StatusAt = Profile.EnrolledAt };
        return Goals.Aggregate(
            new Decision(person), (soFar, text) => Participants.Goals.Add(soFar, text, Profile.EnrolledAt)).Person;
    }
}
