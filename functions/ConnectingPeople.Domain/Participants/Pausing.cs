using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Participants;

/// <summary>Breaks from the study, and leaving it.</summary>
public static class Pausing
{
    /// <summary>
    /// Begins a pause, or changes its end: nothing is asked until then, or until somebody ends it when that is null. Somebody who
    /// has left stays so.
    /// </summary>
    public static Decision Pause(Decision decision, Instant? until, Instant now)
    {
        Participant person = decision.Person;
        if (person.Status == Status.Withdrawn)
        {
            return decision;
        }

        return decision.With(person with
        {
            Status = Status.Paused,
            StatusAt = person.Status == Status.Paused ? person.StatusAt : now,
            PausedUntil = until,
            Talking = null,
        });
    }

    /// <summary>Ends a pause; what fell due meanwhile is passed over.</summary>
    public static Decision Resume(Decision decision, Instant now, Study study) => decision.Person.Status == Status.Paused
        ? Starting.SkipBacklog(decision.With(decision.Person with { Status = Status.Active, StatusAt = now, PausedUntil = null }), now, study)
        : decision;

    /// <summary>Ends messages because the person asked for it, and with them the check-in in conversation. Asked twice it does nothing more.</summary>
    public static Decision OptOut(Decision decision, Instant now)
    {
        if (decision.Person.OptIn == OptIn.Out)
        {
            return decision;
        }

        decision = Closing.EndConversation(decision, now);
        return decision.With(decision.Person with { OptIn = OptIn.Out });
    }

    /// <summary>Undoes an opt-out on consent that a practitioner recorded; without consent nothing changes.</summary>
    public static Decision OptInAgain(Decision decision, Consent? consent, Instant now, Study study)
    {
        if (consent is null)
        {
            return decision;
        }

        Participant person = decision.Person;
        bool wasOut = person.OptIn == OptIn.Out;
        decision = decision.With(person with { OptIn = OptIn.In, Profile = person.Profile with { Consent = consent } });
        return wasOut ? Starting.SkipBacklog(decision, now, study) : decision;
    }

    /// <summary>Ends a pause whose time is over, as of its end: what fell due since, while nobody woke the person, isn't passed over.</summary>
    public static Decision EndIfOver(Decision decision, Instant now, Study study) =>
        decision.Person.PausedUntil is { } end && end <= now ? Resume(decision, end, study) : decision;

    /// <summary>Ends a person's time in the study for good: everything open is closed, nothing is ever sent again.</summary>
    public static Decision Withdraw(Decision decision, Instant now)
    {
        Decision closed = Closing.CloseAll(decision, now);
        return closed.With(closed.Person with { Status = Status.Withdrawn, StatusAt = now, PausedUntil = null, Talking = null });
    }

    /// <summary>The local midnight after a pause of that length that begins today.</summary>
    public static Instant EndOfPause(Period length, Profile profile, Instant now) =>
        Occurrences.At(now.InZone(profile.Zone()).Date + length, LocalTime.Midnight, profile);
}
