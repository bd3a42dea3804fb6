using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.CheckIns;

/// <summary>
/// Tells which answer holds where a question was answered more than once: an interview's before the person's own by text or form. A
/// question that the answers before it make pointless has none that holds. What doesn't hold is kept beside, and may come to hold again.
/// </summary>
public static class Holding
{
    /// <summary>The check-in with answers added. Each takes the place of the same side's earlier one, and of what wasn't understood.</summary>
    /// <param name="checkIn">The check-in.</param>
    /// <param name="given">At most one to a question; none looks only again at what holds.</param>
    /// <param name="questionnaire">The check-in's; null when the study dropped it.</param>
    public static CheckIn With(CheckIn checkIn, IReadOnlyList<Answer> given, Questionnaire? questionnaire) =>
        Settled(checkIn, [.. Said(checkIn).Where(earlier => !given.Any(answer => Replaces(answer, earlier))), .. given], questionnaire);

    /// <summary>The check-in with only what was said by <paramref name="at"/>.</summary>
    public static CheckIn Until(CheckIn checkIn, Instant at, Questionnaire? questionnaire) => checkIn.Overridden.Count == 0
        ? checkIn with { Answers = [.. checkIn.Answers.Where(answer => answer.At <= at)] }
        : Settled(checkIn, [.. Said(checkIn).Where(answer => answer.At <= at)], questionnaire);

    private static IEnumerable<Answer> Said(CheckIn checkIn) => checkIn.Answers.Concat(checkIn.Overridden);

    private static bool Replaces(Answer answer, Answer earlier) => answer.Question == earlier.Question
        && (earlier.Outcome == AnswerOutcome.NotUnderstood || IsInterview(answer) == IsInterview(earlier));

    private static bool IsInterview(Answer answer) => answer.Source == AnswerSource.Interview;

    private static CheckIn Settled(CheckIn checkIn, IReadOnlyList<Answer> said, Questionnaire? questionnaire)
    {
        CheckIn settled = checkIn with
        {
            Answers = [.. said.GroupBy(answer => answer.Question).Select(answers => answers.OrderBy(IsInterview).Last()).OrderBy(answer => answer.At)],
        };
        foreach (Question question in questionnaire?.Questions.Where(question => question.AskWhen is not null) ?? [])
        {
            if (!Conversation.IsWorthAsking(question, settled))
            {
                settled = settled with { Answers = [.. settled.Answers.Where(answer => answer.Question != question.Id)] };
            }
        }

        return settled with { Overridden = [.. said.Except(settled.Answers)] };
    }
}
