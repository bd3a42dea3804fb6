using ConnectingPeople.Domain;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using NodaTime.Text;

namespace ConnectingPeople.Functions.Participants;

/// <summary>
/// The changes that staff make to a person: pause, resume, withdraw, add a goal. What a page sends and what the API takes is
/// checked here alike, field by field.
/// </summary>
public sealed class StaffChanges(ParticipantChanges changes, Study study)
{
    /// <summary>Why nothing of a person who has left can be changed.</summary>
    public const string HasLeft = "This person has left the study. Nothing can be changed any more; enrol them anew if they come back.";

    /// <summary>A pause, without an end when <paramref name="until"/> is null.</summary>
    public StaffChange Pause(Participant person, string? until)
    {
        if (until is null)
        {
            return StaffChange.To((current, now) => Pausing.Pause(new Decision(current), null, now));
        }

        return LocalDatePattern.Iso.Parse(until).TryGetValue(default, out LocalDate day)
            && Occurrences.At(day, LocalTime.Midnight, person.Profile) is var end && end > changes.Now
                ? StaffChange.To((current, now) => Pausing.Pause(new Decision(current), end, now))
                : StaffChange.Wrong("until", "must be a day after today, such as 2026-03-05; leave it out for a pause without an end.");
    }

    /// <summary>The end of a pause; with consent that was given anew, also of an opt-out.</summary>
    /// <param name="person">Who.</param>
    /// <param name="consent">As written; null for none.</param>
    public StaffChange Resume(Participant person, (string? GivenOn, string? Version)? consent)
    {
        if (consent is not { } given)
        {
            return person.OptIn == OptIn.Out
                ? StaffChange.Wrong("consent", "is missing: this person asked us to stop. Only their own START, or consent that you record here, undoes that.")
                : Resumption(null);
        }

        Result<LocalDate> day = Consent.ReadDay(given.GivenOn, changes.Now.InZone(person.Profile.Zone()).Date);
        return day.Error is null && !string.IsNullOrWhiteSpace(given.Version)
            ? Resumption(person.Profile.Consent with { GivenOn = day.Value, Version = given.Version.Trim() })
            : StaffChange.Wrong("consent", "needs givenOn, a day not after today such as 2026-03-05, and version.");
    }

    /// <summary>The end of a person's time in the study.</summary>
    public static StaffChange Withdraw() => StaffChange.To((person, now) => Pausing.Withdraw(new Decision(person), now));

    /// <summary>One more goal.</summary>
    public static StaffChange AddGoal(Participant person, string? written)
    {
        Result<string> goal = Goals.Check(written);
        return goal.Error is { } problem ? StaffChange.Wrong("text", problem)
            : person.Goals.Count >= Goals.Most ? StaffChange.Wrong("text", $"is one goal too many: {Goals.Most} are the most.")
            : StaffChange.To((current, now) => Goals.Add(new Decision(current), goal.Value!, now));
    }

    /// <summary>Makes a change that was checked.</summary>
    /// <returns>Null when nobody has that id any more.</returns>
    public Task<Change?> MakeAsync(ParticipantId id, StaffChange change, CancellationToken cancellation) =>
        changes.ChangeAsync(id, change.Decide, cancellation);

    private StaffChange Resumption(Consent? consent) => StaffChange.To(
        (person, now) => Pausing.Resume(Pausing.OptInAgain(new Decision(person), consent, now, study), now, study));
}

/// <summary>A change that was checked.</summary>
/// <param name="Decide">What it does; nothing when something is wrong.</param>
/// <param name="Errors">What is wrong with its fields.</param>
public sealed record StaffChange(Func<Participant, Instant, Decision> Decide, IReadOnlyList<FieldError> Errors)
{
    public static StaffChange To(Func<Participant, Instant, Decision> decide) => new(decide, []);

    public static StaffChange Wrong(string field, string problem) =>
        new((person, _) => new Decision(person), [new FieldError(field, problem)]);
}
