using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Replies;

/// <summary>Takes a reply as the answer to the question that waits, and says what comes next.</summary>
public static class Answering
{
    /// <summary>Stores what was understood beside what came, and moves on, or asks again in other words.</summary>
    public static Decision Take(Decision decision, Question asked, Understanding heard, Inbound sms, Study study)
    {
        CheckIn checkIn = decision.Person.Conversation!;
        Questionnaire questionnaire = study.Questionnaires[checkIn.Questionnaire];
        checkIn = checkIn with { FirstReplyAt = checkIn.FirstReplyAt ?? sms.At, LastWordAt = sms.At };
        if (heard.Outcome == ReplyOutcome.AskAgain)
        {
            return NotUnderstood(decision, checkIn, asked, questionnaire, sms, study);
        }

        (checkIn, decision) = Settle(checkIn, decision, asked, heard, sms);
        return GoOn(decision, checkIn, Conversation.NextFrom(questionnaire.PlaceOf(asked.Id), questionnaire, checkIn), null, sms.At, study);
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

    private static (CheckIn CheckIn, Decision Decision) Settle(CheckIn checkIn, Decision decision, Question asked, Understanding heard, Inbound sms)
    {
        AnswerOutcome outcome = heard.Outcome == ReplyOutcome.Skip ? AnswerOutcome.Refused : AnswerOutcome.Answered;
        Answer answer = new(asked.Id, outcome, heard.Value, heard.Label, sms.Text, checkIn.Misunderstood + 1, sms.At);
        checkIn = checkIn with { Answers = [.. checkIn.Answers, answer], Misunderstood = 0 };
        if (!asked.AboutGoal || outcome != AnswerOutcome.Answered)
        {
            return (checkIn, decision);
        }

        IReadOnlyList<Goal> goals = [.. decision.Person.Goals.Select(goal => goal.Id == checkIn.Goal ? goal with { RatedAt = sms.At } : goal)];
        return (checkIn, decision.With(decision.Person with { Goals = goals }));
    }

    private static Decision GoOn(
        Decision decision, CheckIn checkIn, Question? next, MessageText? around, Instant now, Study study)
    {
        if (next is null)
        {
            CheckIn done = Closing.Closed(checkIn with { Question = null, CompletedAt = now }, now);
            return decision.With(done) with { Reply = Conversation.Say(study.Messages.Thanks, decision.Person) };
        }

        checkIn = checkIn with { Question = next.Id };
        string question = Conversation.Ask(next, checkIn, decision.Person);
        return decision.With(checkIn) with
        {
            Reply = around is null ? question : Conversation.Say(around, decision.Person, question),
        };
    }
}
