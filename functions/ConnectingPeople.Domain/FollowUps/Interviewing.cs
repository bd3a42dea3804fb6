using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.FollowUps;

/// <summary>Takes a wave's answers that were given in an interview.</summary>
public static class Interviewing
{
    /// <summary>
    /// Stores the answers with the wave's check-in. Where the person had answered a question otherwise, the interview holds; a
    /// question that a text conversation still waits for moves on, so that nobody is asked twice.
    /// </summary>
    /// <param name="decision">With the participant as stored.</param>
    /// <param name="wave">The wave's open check-in.</param>
    /// <param name="given">For each question what was said; null for what the person would rather not say.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="study">The definition the participant is enrolled under.</param>
    public static Decision Take(
        Decision decision, CheckIn wave, IReadOnlyDictionary<string, InterviewValue?> given, Instant now, Study study)
    {
        Questionnaire questionnaire = study.Questionnaires[wave.Questionnaire];
        IEnumerable<Answer> answers = given.Select(answer => new Answer(
            answer.Key,
            answer.Value is null ? AnswerOutcome.Refused : AnswerOutcome.Answered,
            answer.Value?.Value,
            answer.Value?.Label,
            null,
            1,
            now,
            AnswerSource.Interview));
        CheckIn taken = wave with
        {
            FirstReplyAt = wave.FirstReplyAt ?? now,
            LastWordAt = wave.SentAt is null ? null : now,
            Answers = [.. wave.Answers.Where(answer => !given.ContainsKey(answer.Question)), .. answers],
        };
        decision = decision.With(decision.Person with { HeardAt = now });
        Question? next = Conversation.NextFrom(0, questionnaire, taken);
        return next is null
            ? decision.With(Closing.Closed(taken with { Question = null, CompletedAt = now }, now))
            : decision.With(taken with { Question = taken.Question is null ? null : next.Id });
    }

    /// <summary>Questions that are worth asking and have no answer yet, in order.</summary>
    public static IReadOnlyList<string> Missing(CheckIn wave, Study study) =>
    [
        .. study.Questionnaires[wave.Questionnaire].Questions
            .Where(question => Conversation.IsWorthAsking(question, wave) && !wave.Answers.Any(answer => answer.Question == question.Id))
            .Select(question => question.Id),
    ];
}
