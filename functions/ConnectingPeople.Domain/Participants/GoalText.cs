namespace ConnectingPeople.Domain.Participants;

/// <summary>A goal's words, cut to what a text message has room for.</summary>
public static class GoalText
{
    /// <summary>The longest goal that is stored, in characters.</summary>
    public const int MaxLength = 200;

    /// <summary>How many goals a person has at once, at most.</summary>
    public const int MaxGoals = 10;

    /// <summary>The longest goal in a message, in characters, so that a question about it stays one SMS.</summary>
    public const int MaxInMessage = 40;

    /// <summary>Checks what somebody wrote as a goal.</summary>
    /// <returns>The words without spaces around, or why they can't be taken.</returns>
    public static Result<string> Check(string? written)
    {
        string goal = written?.Trim() ?? "";
        return goal.Length switch
        {
            0 => Result<string>.Failure("is missing."),
            > MaxLength => Result<string>.Failure($"is {goal.Length} characters long. Keep to {MaxLength}."),
            _ when goal.Any(c => char.IsControl(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.PrivateUse) =>
                Result<string>.Failure("holds a control character. Type it again without."),
            _ => goal,
        };
    }

    /// <summary>The goal, or its beginning up to a word and "..." where it is longer than <see cref="MaxInMessage"/>.</summary>
    public static string Shorten(string goal)
    {
        if (goal.Length <= MaxInMessage)
        {
            return goal;
        }

        int space = goal.LastIndexOf(' ', MaxInMessage - 3);
        int end = space > MaxInMessage / 2 ? space : MaxInMessage - 3;
        return string.Concat(goal.AsSpan(0, char.IsHighSurrogate(goal[end - 1]) ? end - 1 : end), "...");
    }
}
