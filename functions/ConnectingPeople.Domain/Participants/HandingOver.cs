using ConnectingPeople.Domain.Alerts;

namespace ConnectingPeople.Domain.Participants;

/// <summary>Hands a person over to another practitioner.</summary>
public static class HandingOver
{
    /// <summary>
    /// From now on the person is theirs. They hear at once of what was the practitioner's to look after and nobody has acknowledged.
    /// Nothing changes when the person is theirs already.
    /// </summary>
    /// <param name="decision">About the person.</param>
    /// <param name="practitioner">The address, in lower case, of a member of staff of the person's agency.</param>
    /// <param name="now">The present instant.</param>
    public static Decision To(Decision decision, string practitioner, Instant now)
    {
        Participant person = decision.Person;
        if (person.Profile.Practitioner == practitioner)
        {
            return decision;
        }

        decision = decision.With(person with { Profile = person.Profile with { Practitioner = practitioner } });
        return person.Alerts
            .Where(alert => alert.Audience == Audience.Practitioner && alert.State != AlertState.Acknowledged)
            .Take(Decision.MostOfAKind)
            .Aggregate(decision, (soFar, alert) => soFar.With(alert with { TellAt = now }));
    }
}
