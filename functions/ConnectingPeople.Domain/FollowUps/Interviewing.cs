using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.FollowUps;

/// <summary>Takes a wave's answers that were given in an interview, before, in and after its window.</summary>
public static class Interviewing
{
    /// <summary>
    /// Stores the answers with the wave's check-in. Where the person answered a question otherwise, the interview holds and both are
    /// kept; an answer that says what holds already changes nothing. A question that a text conversation still waits for moves on, so that
    /// nobody is asked twice. Early answers open the wave; late ones are added to what is closed, and nothing is sent.
    /// </summary>
    /// <param name="decision">With the participant as stored.</param>
    /// <param name="wave">The wave.</param>
    /// <param name="stored">Its check-in as stored when it is closed, as <see cref="IdOf"/> names it; null when it never began.</param>
    /// <param name="given">For each question what was said; null for what the person would rather not say.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="study">The definition the participant is enrolled under.</param>
    /// <returns>With an unchanged decision for a person who has left.</returns>
    /// <exception cref="ArgumentException">The wave's check-in is closed, and wasn't given.</exception>
    public static Interview Take(
        Decision decision, WaveDefinition wave, CheckIn? stored, IReadOnlyDictionary<string, InterviewValue?> given, Instant now, Study study)
    {
        if (decision.Person.Status == Status.Withdrawn)
        {
            return new Interview(decision, stored, 0);
        }

        decision = Closing.CloseExpired(decision, now);
        CheckIn? known = Open(decision.Person, wave) ?? decision.CheckIns.FirstOrDefault(closed => closed.Wave == wave.Id) ?? stored;
        IReadOnlyList<Answer> news = [.. given.Where(answer => !IsKnown(answer.Key, answer.Value, known)).Select(answer => ToAnswer(answer.Key, answer.Value, now))];
        if (news.Count == 0)
        {
            return new Interview(decision, known, 0);
        }

        if (known is null)
        {
            if (IdOf(decision.Person, wave) is { } closed)
            {
                throw new ArgumentException($"{closed} is closed; it has to be given, so that it isn't begun a second time.", nameof(stored));
            }

            decision = Starting.Open(decision, wave, now, study);
            known = decision.CheckIns.First(opened => opened.Wave == wave.Id);
        }

        return Add(decision, known, news, now, study);
    }

    /// <summary>The id of the wave's check-in; null before it began.</summary>
    public static string? IdOf(Participant person, WaveDefinition wave) =>
        Open(person, wave)?.Id ?? (person.Handled.TryGetValue(wave.Id, out LocalDate due) ? Starting.IdOf(wave, due) : null);

    /// <summary>Questions that are worth asking and were neither answered nor refused yet, in order.</summary>
    public static IReadOnlyList<string> Missing(CheckIn wave, Study study) =>
    [
        .. (study.QuestionnaireOf(wave)?.Questions ?? [])
            .Where(question => Conversation.IsWorthAsking(question, wave) && Holds(question.Id, wave) is null)
            .Select(question => question.Id),
    ];

    /// <summary>The answer that holds; null for none, or where a text wasn't understood.</summary>
    public static Answer? Holds(string question, CheckIn wave) =>
        wave.Answers.FirstOrDefault(answer => answer.Question == question && answer.Outcome != AnswerOutcome.NotUnderstood);

    private static CheckIn? Open(Participant person, WaveDefinition wave) => person.CheckIns.FirstOrDefault(open => open.Wave == wave.Id);

    /// <summary>Whether that answer holds, or is an interview's that waits to be worth asking.</summary>
    private static bool IsKnown(string question, InterviewValue? value, CheckIn? wave) => wave is not null
        && (Holds(question, wave) ?? wave.Overridden.FirstOrDefault(kept => kept.Question == question && kept.Source == AnswerSource.Interview))
            is { } known && known.Value == value?.Value && (known.Outcome == AnswerOutcome.Refused) == (value is null);

    private static Answer ToAnswer(string question, InterviewValue? value, Instant now) => new(
        question,
        value is null ? AnswerOutcome.Refused : AnswerOutcome.Answered,
        value?.Value,
        value?.Label,
        null,
        1,
        now,
        AnswerSource.Interview);

    private static Interview Add(Decision decision, CheckIn wave, IReadOnlyList<Answer> news, Instant now, Study study)
    {
        Questionnaire questionnaire = study.Questionnaires[wave.Questionnaire];
        bool isOpen = wave.Status == CheckInStatus.Open;
        CheckIn taken = Holding.With(
            wave with { FirstReplyAt = wave.FirstReplyAt ?? now, LastWordAt = isOpen && wave.SentAt is not null ? now : wave.LastWordAt },
            news,
            questionnaire);
        Question? next = Conversation.NextFrom(0, questionnaire, taken);
        taken = (isOpen, next) switch
        {
            (false, _) => Closing.Amended(taken, next is null, now),
            (true, null) => Closing.Completed(taken, now),
            _ => WaitingFor(next!, taken),
        };
        decision = decision.With(decision.Person with { HeardAt = now }).With(taken);
        decision = news.Aggregate(decision, (soFar, answer) =>
            questionnaire.Find(answer.Question) is { } question ? GoalRatings.Note(soFar, taken, question, answer) : soFar);
        return new Interview(decision, taken, news.Count);
    }

    private static CheckIn WaitingFor(Question next, CheckIn taken) => taken.Question is null || taken.Question == next.Id
        ? taken
        : taken with { Question = next.Id, Misunderstood = 0 };
}

/// <summary>What came of answers from an interview.</summary>
/// <param name="Decision">To be stored.</param>
/// <param name="Wave">The wave's check-in as it is then; null when it hasn't begun.</param>
/// <param name="Changed">How many answers were news.</param>
public sealed record Interview(Decision Decision, CheckIn? Wave, int Changed);
