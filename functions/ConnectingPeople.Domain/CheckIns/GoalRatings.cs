using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.CheckIns;

/// <summary>How goals were rated in earlier check-ins.</summary>
public static class GoalRatings
{
    /// <summary>The rating that a check-in gave to the goal it asked about; null when it gave none.</summary>
    public static GoalRating? In(PastCheckIn past, Study study)
    {
        if (past.Goal is not { } goal)
        {
            return null;
        }

        foreach (ScaleQuestion question in study.Questionnaires.Values.SelectMany(questionnaire => questionnaire.Questions).OfType<ScaleQuestion>())
        {
            if (question.AboutGoal && past.Number(question.Id) is { } value)
            {
                return new GoalRating(goal, past.EndedAt, value, question.Max);
            }
        }

        return null;
    }
}

/// <summary>How far a goal was on.</summary>
/// <param name="Goal">Its id.</param>
/// <param name="At">When the check-in ended.</param>
/// <param name="Value">From the question's least to <paramref name="Top"/>.</param>
/// <param name="Top">What a goal that is reached is rated.</param>
public sealed record GoalRating(string Goal, Instant At, int Value, int Top)
{
    public bool IsReached => Value == Top;
}
