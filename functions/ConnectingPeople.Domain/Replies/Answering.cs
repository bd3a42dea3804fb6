using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Replies;

/// <summary>Takes a reply as the answer to the question that waits, and to those that follow where it answers them too.</summary>
public static class Answering
{
    /// <summary>Reads a message as answers to the question that waits and those after it.</summary>
    /// <returns>Empty when no question waits, or none that a text message put to the person.</returns>
    public static IReadOnlyList<Understood> Read(Participant person, Inbound sms, Study study)
    {
        if (person.Conversation is not { Question: { } id } checkIn || checkIn.Texted != id
            || study.QuestionnaireOf(checkIn) is not { } questionnaire || questionnaire.Find(id) is not { } asked)
        {
            return [];
        }

        return study.Reader.ReadSeveral(asked, sms.Text, Next, sms.At.InZone(person.Profile.Zone()).Date);

        Question? Next(Question question, Understanding heard)
        {
            checkIn = checkIn with { Answers = [.. checkIn.Answers, AnswerTo(question, heard, checkIn, sms)] };
            return Conversation.NextFrom(questionnaire.PlaceOf(question.Id), questionnaire, checkIn);
        }
    }

    /// <summary>Stores what was understood beside what came, and moves on, or asks again in other words.</summary>
    public static Decision Take(Decision decision, IReadOnlyList<Understood> answers, Inbound sms, Study study)
    {
        CheckIn checkIn = decision.Person.Conversation!;
        Questionnaire questionnaire = study.Questionnaires[checkIn.Questionnaire];
        checkIn = checkIn with { FirstReplyAt = checkIn.FirstReplyAt ?? sms.At, LastWordAt = sms.At };
        foreach ((Question asked, Understanding heard) in answers)
        {
            if (heard.Outcome == ReplyOutcome.AskAgain)
            {
                return NotUnderstood(decision, checkIn with { Question = asked.Id, Texted = asked.Id }, asked, questionnaire, sms, study);
            }

            (checkIn, decision) = Settle(checkIn, decision, asked, heard, sms);
        }

        checkIn = checkIn.Overridden.Count == 0 ? checkIn : Holding.With(checkIn, [], questionnaire);
        Question? next = Conversation.NextFrom(questionnaire.PlaceOf(answers[^1].Question.Id), questionnaire, checkIn);
        return GoOn(decision, checkIn, next, null, sms.At, study);
    }

    /// <summary>Whether the question that a text message put to the person was dealt with in other ways, and another waits.</summary>
    public static bool IsOvertaken(Participant person) => person.Conversation is { Question: { } waits, Texted: { } texted } && waits != texted;

    /// <summary>The check-in where the direct reply wasn't sent: the question that the last text put to the person is still the one before.</summary>
    public static CheckIn Unasked(CheckIn talking, Participant before) =>
        talking with { Texted = before.CheckIns.FirstOrDefault(checkIn => checkIn.Id == talking.Id)?.Texted };

    /// <summary>Answers a message to a question that doesn't wait any more with the one that does: guessing which was meant would be luck.</summary>
    public static Decision AskWaiting(Decision decision, Inbound sms, Study study)
    {
        CheckIn checkIn = decision.Person.Conversation!;
        return study.QuestionnaireOf(checkIn)?.Find(checkIn.Question!) is { } waiting
            ? GoOn(decision, checkIn with { FirstReplyAt = checkIn.FirstReplyAt ?? sms.At, LastWordAt = sms.At }, waiting, null, sms.At, study)
            : decision;
    }

    private static Decision NotUnderstood(
        Decision decision, CheckIn checkIn, Question asked, Questionnaire questionnaire, Inbound sms, Study study)
    {
        int times = checkIn.Misunderstood + 1;
        if (times <= asked.Attempts)
        {
            checkIn = checkIn with { Misunderstood = times };
            return decision.With(checkIn) with { Reply = AskAgain(checkIn, asked, decision.Person, study) };
        }

        Answer left = new(asked.Id, AnswerOutcome.NotUnderstood, null, null, sms.Text, times, sms.At);
        checkIn = checkIn with { Answers = [.. checkIn.Answers, left], Misunderstood = 0 };
        Question? next = Conversation.NextFrom(questionnaire.PlaceOf(asked.Id), questionnaire, checkIn);
        return GoOn(decision, checkIn, next, study.Messages.MovingOn, sms.At, study);
    }

    private static string AskAgain(CheckIn checkIn, Question asked, Participant person, Study study)
    {
        if (checkIn.Misunderstood == 1)
        {
            return Conversation.Say(study.Messages.AskAgain, person, Conversation.AskAgain(asked, checkIn, person));
        }

        string hint = study.Messages.HintFor(asked, person.Profile.Language);
        return Conversation.Say(study.Messages.AskDifferently, person, hint: hint);
    }

    private static Answer AnswerTo(Question asked, Understanding heard, CheckIn checkIn, Inbound sms) => new(
        asked.Id,
        heard.Outcome == ReplyOutcome.Skip ? AnswerOutcome.Refused : AnswerOutcome.Answered,
        heard.Value,
        heard.Label,
        sms.Text,
        checkIn.Misunderstood + 1,
        sms.At);

    private static (CheckIn CheckIn, Decision Decision) Settle(CheckIn checkIn, Decision decision, Question asked, Understanding heard, Inbound sms)
    {
        Answer answer = AnswerTo(asked, heard, checkIn, sms);
        checkIn = checkIn with { Answers = [.. checkIn.Answers, answer], Misunderstood = 0 };
        return (checkIn, GoalRatings.Note(decision, checkIn, asked, answer));
    }

    private static Decision GoOn(
        Decision decision, CheckIn checkIn, Question? next, MessageText? around, Instant now, Study study)
    {
        if (next is null)
        {
            return checkIn.Answers.Any(answer => answer.Outcome == AnswerOutcome.NotUnderstood)
                ? OfferForm(decision, checkIn with { Question = null }, study)
                : decision.With(Closing.Completed(checkIn, now)) with { Reply = Conversation.Say(study.Messages.Thanks, decision.Person) };
        }

        checkIn = checkIn with { Question = next.Id, Texted = next.Id };
        string question = Conversation.Ask(next, checkIn, decision.Person);
        return decision.With(checkIn) with
        {
            Reply = around is null ? question : Conversation.Say(around, decision.Person, question),
        };
    }

    /// <summary>Ends the conversation; the check-in stays open, so that what wasn't understood can be answered in the form.</summary>
    private static Decision OfferForm(Decision decision, CheckIn checkIn, Study study)
    {
        decision = decision.With(checkIn);
        return decision.With(decision.Person with { Talking = null }) with
        {
            Reply = Conversation.Say(study.Messages.ThanksWithLink, decision.Person),
        };
    }
}
