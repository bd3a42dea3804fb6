using System.Globalization;

namespace ConnectingPeople.Domain.Participants;

/// <summary>Changes what a person works towards.</summary>
public static class Goals
{
    /// <summary>The longest goal that is stored, in characters.</summary>
    public const int MaxLength = 200;

    /// <summary>How many goals a person has at once, at most.</summary>
    public const int Most = 10;

    /// <summary>Checks what somebody wrote as a goal.</summary>
    /// <returns>The words without spaces around, or why they can't be taken.</returns>
    public static Result<string> Check(string? written)
    {
        string goal = written?.Trim() ?? "";
        return goal.Length switch
        {
            0 => Result<string>.Failure("is missing."),
            > MaxLength => Result<string>.Failure($"is {goal.Length} characters long. Keep to {MaxLength}."),
            _ when goal.Any(c => char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.PrivateUse) =>
                Result<string>.Failure("holds a control character. Type it again without."),
            _ => goal,
        };
    }

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
