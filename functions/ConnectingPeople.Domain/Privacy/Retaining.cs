using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Privacy;

/// <summary>What the retention periods ask for of one person.</summary>
public enum RetentionStep
{
    /// <summary>Their own words go as each gets too old; nothing else.</summary>
    OldWords,

    /// <summary>Name, number, address and all words go; coded answers stay in the datasets.</summary>
    Identity,

    /// <summary>All goes but the note that there was somebody.</summary>
    Record,
}

/// <summary>Decides whose time is over.</summary>
public static class Retaining
{
    /// <summary>What is to be done about a person now. Whoever hasn't left is still in the study, however long ago they were last heard of.</summary>
    /// <returns>Null for somebody who was erased: there is nothing left to do.</returns>
    public static RetentionStep? StepFor(Participant person, Instant now, RetentionDefinition periods)
    {
        if (person.ErasedAt is not null)
        {
            return null;
        }

        bool hasLeft = person.Status == Status.Withdrawn;
        return hasLeft && person.StatusAt <= RetentionDefinition.Before(now, periods.Records) ? RetentionStep.Record
            : hasLeft && person.NamelessSince is null && person.StatusAt <= RetentionDefinition.Before(now, periods.Identity) ? RetentionStep.Identity
            : RetentionStep.OldWords;
    }
}
