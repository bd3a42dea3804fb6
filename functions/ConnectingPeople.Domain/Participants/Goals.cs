namespace ConnectingPeople.Domain.Participants;

/// <summary>Changes what a person works towards.</summary>
public static class Goals
{
    /// <summary>Adds a goal, in words that were checked.</summary>
    public static Decision Add(Decision decision, string text, Instant now)
    {
        Participant person = decision.Person;
        Goal goal = new($"g{person.GoalsEver + 1}", text, now.InZone(person.Profile.Zone()).Date);
        return decision.With(person with { Goals = [.. person.Goals, goal], GoalsEver = person.GoalsEver + 1 }) with
        {
            Goals = [.. decision.Goals, goal],
        };
    }
}
