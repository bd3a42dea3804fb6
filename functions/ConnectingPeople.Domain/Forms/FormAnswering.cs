using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Replies;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Forms;

/// <summary>Takes the answers of a check-in's form, one at a time, each of which can be put right until the form is finished.</summary>
public static class FormAnswering
{
    /// <summary>What words are taken for that were written into a form and are no answer to its question.</summary>
    public const string NoAnswer = "no-answer";

    /// <summary>Takes one answer. The same again changes nothing; another takes the place of the first.</summary>
    /// <param name="decision">With the participant as stored.</param>
    /// <param name="checkInId">Which check-in the form is of.</param>
    /// <param name="questionId">Which question was answered.</param>
    /// <param name="entered">What was chosen or written, a day as ISO 8601; null for "rather not say".</param>
    /// <param name="now">The present instant.</param>
    /// <param name="study">The definition the participant is enrolled under.</param>
    public static FormResult Answer(
        Decision decision, string checkInId, string questionId, IReadOnlyList<string>? entered, Instant now, Study study)
    {
        if (Open(ref decision, checkInId, now) is not { } checkIn)
        {
            return new FormResult(decision, FormOutcome.Closed);
        }

        if (FormState.Of(decision.Person, checkIn, study).Find(questionId) is not { } asked)
        {
            return new FormResult(decision, FormOutcome.NotAsked);
        }

        List<string>? written = entered is null ? null : [.. entered.Select(Tidy).Where(text => text.Length > 0)];
        Wishes wishes = written is null ? default : Wishes.In(written, study);
        FormResult result = Take(decision, checkIn, asked, written, now, study) with { Risk = wishes.Risk };
        return result.Outcome == FormOutcome.Wrong ? result with { Decision = Overhear(decision, checkInId, questionId, written!, now, study) }
            : result.Decision == decision ? result
            : result with { Decision = Heed(result.Decision, asked.Question is TextQuestion ? wishes : wishes.RiskAlone, checkInId, now, study) };
    }

    /// <summary>Takes "rather not say" for an answer. What was written nevertheless is none, and is heard where it worries or asks for something.</summary>
    /// <param name="decision">With the participant as stored.</param>
    /// <param name="checkInId">Which check-in the form is of.</param>
    /// <param name="questionId">Which question was left out.</param>
    /// <param name="written">What stood in its fields.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="study">The definition the participant is enrolled under.</param>
    public static FormResult LeaveOut(
        Decision decision, string checkInId, string questionId, IReadOnlyList<string> written, Instant now, Study study)
    {
        FormResult leftOut = Answer(decision, checkInId, questionId, null, now, study);
        Decision heard = Overhear(leftOut.Decision, checkInId, questionId, written, now, study);
        return leftOut with { Decision = heard, Risk = heard.Heard is { Risk: true } };
    }

    /// <summary>
    /// Hears words that worry, and the wish for a call or for an end, where they can't be an answer: in the wrong field, too long, beside
    /// "rather not say", in a form that closed meanwhile or whose page stood open for too long. They are kept with the messages, so that
    /// whoever is told can read them; and a human is told, of worry once until somebody acknowledged it: whoever comes then reads all of it.
    /// </summary>
    /// <param name="decision">With the participant as stored.</param>
    /// <param name="checkInId">Which check-in the form is or was of.</param>
    /// <param name="questionId">Where it was written; null where nobody can tell.</param>
    /// <param name="entered">What was written.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="study">The definition the participant is enrolled under.</param>
    /// <returns>The decision with what was heard; unchanged where there is nothing of the kind.</returns>
    public static Decision Overhear(
        Decision decision, string checkInId, string? questionId, IReadOnlyList<string> entered, Instant now, Study study)
    {
        Wishes wishes = Wishes.In(entered, study);
        if (wishes == default)
        {
            return decision;
        }

        decision = decision with
        {
            Heard = new Inbound($"form-{checkInId}-{now.ToUnixTimeMilliseconds()}", Tidy(string.Join('\n', entered)), now)
            {
                CheckIn = checkInId,
                Question = questionId,
                Outcome = NoAnswer,
                Risk = wishes.Risk,
            },
        };
        bool isSomebodyOnTheWay = decision.Person.Alerts.Any(alert => alert.Rule == RuleNames.RiskPhrase && alert.State != AlertState.Acknowledged);
        return Heed(decision, wishes with { Risk = wishes.Risk && !isSomebodyOnTheWay }, checkInId, now, study);
    }

    /// <summary>Completes the check-in, if nothing is missing.</summary>
    /// <param name="decision">With the participant as stored.</param>
    /// <param name="checkInId">Which check-in the form is of.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="study">The definition the participant is enrolled under.</param>
    public static FormResult Finish(Decision decision, string checkInId, Instant now, Study study)
    {
        if (Open(ref decision, checkInId, now) is not { } checkIn)
        {
            return new FormResult(decision, FormOutcome.Closed);
        }

        return FormState.Of(decision.Person, checkIn, study).Next is { } missing
            ? new FormResult(decision, FormOutcome.Unfinished) { Question = missing.Question.Id }
            : new FormResult(
                Heard(decision.With(Closing.Completed(checkIn with { LastWordAt = now }, now)), now), FormOutcome.Finished);
    }

    private static CheckIn? Open(ref Decision decision, string checkInId, Instant now)
    {
        decision = Closing.CloseExpired(decision, now);
        return decision.Person.CheckIns.FirstOrDefault(checkIn => checkIn.Id == checkInId);
    }

    /// <summary>Browsers send line ends as two characters, and people leave spaces around.</summary>
    private static string Tidy(string entered) => entered.ReplaceLineEndings("\n").Trim();

    private static FormResult Take(Decision decision, CheckIn checkIn, FormQuestion asked, List<string>? written, Instant now, Study study)
    {
        Question question = asked.Question;
        bool isLeftOut = written is null || (written.Count == 0 && question.Optional);
        if (!isLeftOut && written!.Count == 0)
        {
            return new FormResult(decision, FormOutcome.Wrong) { Question = question.Id };
        }

        Result<InterviewValue> read = isLeftOut ? default : InterviewAnswer.Read(question, written!);
        if (read.Error is not null)
        {
            return new FormResult(decision, FormOutcome.Wrong) { Question = question.Id };
        }

        AnswerOutcome outcome = isLeftOut ? AnswerOutcome.Refused : AnswerOutcome.Answered;
        if (asked.Answer is { } known && known.Outcome == outcome && known.Value == read.Value?.Value)
        {
            return new FormResult(decision, FormOutcome.Taken);
        }

        Answer answer = new(
            question.Id, outcome, read.Value?.Value, read.Value?.Label, isLeftOut ? null : string.Join('\n', written!),
            Attempts(checkIn, question.Id), now, AnswerSource.EmailForm);
        CheckIn taken = GoOn(checkIn, answer, now, study.Questionnaires[checkIn.Questionnaire]);
        return new FormResult(GoalRatings.Note(Heard(decision.With(taken), now), taken, question, answer), FormOutcome.Taken);
    }

    /// <summary>Counts replies that weren't understood before, as for an answer by text message.</summary>
    private static int Attempts(CheckIn checkIn, string question) =>
        checkIn.Answers.FirstOrDefault(answer => answer is { Outcome: AnswerOutcome.NotUnderstood } && answer.Question == question) is { } left
            ? left.Attempts + 1
            : checkIn.Question == question ? checkIn.Misunderstood + 1 : 1;

    /// <summary>
    /// The check-in with the answer, without those of the person's that it makes not worth asking any more, at the next question that
    /// waits. What an interview said of the question goes on to hold.
    /// </summary>
    private static CheckIn GoOn(CheckIn checkIn, Answer answer, Instant now, Questionnaire questionnaire)
    {
        CheckIn taken = Holding.With(
            checkIn with { FirstReplyAt = checkIn.FirstReplyAt ?? now, LastWordAt = now }, [answer], questionnaire);
        taken = taken with
        {
            Overridden = [.. taken.Overridden.Where(other => other.Source == AnswerSource.Interview || !checkIn.Answers.Contains(other))],
        };
        string? next = taken.SentAt is null ? null : Conversation.NextFrom(0, questionnaire, taken)?.Id;
        return taken with { Question = next, Misunderstood = next == checkIn.Question ? checkIn.Misunderstood : 0 };
    }

    private static Decision Heed(Decision decision, Wishes wishes, string checkInId, Instant now, Study study)
    {
        decision = wishes.Risk ? Worry(decision, checkInId, now, study) : decision;
        decision = wishes.Call ? Replying.AskForACall(decision, now, study) : decision;
        return wishes.Stop ? Pausing.OptOut(decision, now) : decision;
    }

    /// <summary>Tells a human, and lets nothing cheerful follow by itself.</summary>
    private static Decision Worry(Decision decision, string checkInId, Instant now, Study study)
    {
        decision = Alerting.Raise(
            Heard(decision, now), RuleNames.RiskPhrase,
            "What this person wrote in a check-in's form holds words that may mean danger. Read it now and get in touch.", now, study);
        return decision.Person.CheckIns.FirstOrDefault(checkIn => checkIn.Id == checkInId) is { } open ? decision.With(open with { Quiet = true }) : decision;
    }

    /// <summary>Whoever answers by a link from their inbox can be reached there.</summary>
    private static Decision Heard(Decision decision, Instant now)
    {
        Participant person = decision.Person;
        return decision.With(person with { HeardAt = now, Unreachable = person.Profile.Channel == Channel.Email ? null : person.Unreachable });
    }
}
