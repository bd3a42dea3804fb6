using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.CheckIns;

/// <summary>How goals were rated, now and in earlier check-ins.</summary>
public static class GoalRatings
{
    /// <summary>Notes with the goal that an answer rated it, so that the next check-in asks about another.</summary>
    public static Decision Note(Decision decision, CheckIn checkIn, Question question, Answer answer)
    {
        if (!question.AboutGoal || answer.Outcome != AnswerOutcome.Answered)
        {
            return decision;
        }

        IReadOnlyList<Goal> goals = [.. decision.Person.Goals.Select(goal => goal.Id == checkIn.Goal ? goal with { RatedAt = answer.At } : goal)];
        return decision.With(decision.Person with { Goals = goals });
    }

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
