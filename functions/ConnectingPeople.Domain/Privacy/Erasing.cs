using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Privacy;

/// <summary>Decides what is left of a person's state when they are erased, or when their identity's time is over.</summary>
public static class Erasing
{
    /// <summary>Erases a person at their request.</summary>
    /// <param name="person">As stored; erased already or not.</param>
    /// <param name="keepAnswers">Whether the coded answers stay under the pseudonym, as the consent says.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="study">Tells codes from words.</param>
    /// <returns>
    /// The state that stays in the place of the person, so that the pseudonym is never given to anybody else and nothing begins anew;
    /// and the check-ins that were open, closed and without words, where answers stay. Nothing is sent.
    /// </returns>
    public static Decision Erase(Participant person, bool keepAnswers, Instant now, Study study)
    {
        Decision closed = Closing.CloseAll(new Decision(person), now);
        return new Decision(new Participant
        {
            Id = person.Id,
            Profile = keepAnswers ? Pseudonymous(person.Profile) : Bare(person.Profile),
            Status = Status.Withdrawn,
            StatusAt = person.Status == Status.Withdrawn ? person.StatusAt : now,
            OptIn = OptIn.Out,
            ErasedAt = person.ErasedAt ?? now,
        })
        {
            CheckIns = keepAnswers ? [.. closed.CheckIns.Select(checkIn => OwnWords.Without(checkIn, study))] : [],
        };
    }

    /// <summary>Takes who somebody is and their own words from the state of a person who left long ago; they stay in the datasets.</summary>
    public static Decision MakeNameless(Participant person, Instant now) => new(person with
    {
        Goals = [.. person.Goals.Select(goal => goal with { Text = "" })],
        Outbox = [],
        CheckIns = [],
        Talking = null,
        Alerts = [.. person.Alerts.Select(OwnWords.Without)],
        NamelessSince = now,
    });

    /// <summary>What the study measures of a person, without whom they work with, the hours they chose and the word they chose for their gender.</summary>
    private static Profile Pseudonymous(Profile profile) => profile with { Practitioner = "", Gender = null, CheckInDay = null, CheckInTime = null };

    /// <summary>
    /// What proves that there was consent, and where. The fields that a profile can't be without hold their first value, which says
    /// nothing of the person.
    /// </summary>
    private static Profile Bare(Profile profile) => new()
    {
        AgencyId = profile.AgencyId,
        Practitioner = "",
        ClientGroup = default,
        Channel = default,
        Language = "",
        TimeZone = "Etc/UTC",
        Consent = profile.Consent,
        EnrolledAt = profile.EnrolledAt,
    };
}
