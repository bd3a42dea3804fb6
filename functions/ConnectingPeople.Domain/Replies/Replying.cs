using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Replies;

/// <summary>What a text message from a person does: answers, keywords, words that worry.</summary>
public static class Replying
{
    /// <summary>Decides one message. The caller has made sure that its provider id is new.</summary>
    /// <param name="person">The participant as stored.</param>
    /// <param name="sms">The message; its instant is the present.</param>
    /// <param name="study">The definition the participant is enrolled under.</param>
    /// <param name="wasOvertaken">
    /// Whether the person said more since. Then it is too late for an answer, START or PAUSE: what they said since holds. STOP, words
    /// that worry and the wish for a call always count.
    /// </param>
    /// <returns>The state to store with the message, and the direct reply.</returns>
    public static Decision Decide(Participant person, Inbound sms, Study study, bool wasOvertaken = false)
    {
        Instant now = sms.At;
        Decision decision = Closing.CloseExpired(new Decision(person with { Unreachable = null, HeardAt = Instant.Max(now, person.HeardAt ?? now) }), now);
        IReadOnlyList<Understood> answers = wasOvertaken ? [] : Answering.Read(decision.Person, sms, study);
        Understanding heard = Hear(answers, sms, study);
        decision = decision with
        {
            Heard = sms with
            {
                CheckIn = decision.Person.Talking,
                Question = answers.Count > 0 ? answers[0].Question.Id : null,
                Outcome = Domain.Words.Of(heard.Outcome),
                Risk = heard.Risk,
            },
        };
        bool isTooLate = wasOvertaken && heard.Outcome is not (ReplyOutcome.OptOut or ReplyOutcome.CallMe or ReplyOutcome.Help);
        decision = isTooLate ? decision : Act(decision, heard, answers, sms, study);
        decision = heard is { WantsCall: true, Outcome: not ReplyOutcome.CallMe } ? AskForACall(decision, now, study) : decision;
        return heard.Risk ? Worry(decision, person, now, study) : decision;
    }

    private static Understanding Hear(IReadOnlyList<Understood> answers, Inbound sms, Study study)
    {
        Understanding heard = answers.Count > 0 ? answers[0].Understanding : study.Reader.Read(null, sms.Text);
        return sms.Carrier switch
        {
            CarrierAction.OptedOut => heard with { Outcome = ReplyOutcome.OptOut },
            CarrierAction.OptedIn => heard with { Outcome = ReplyOutcome.OptIn },
            CarrierAction.Helped => heard with { Outcome = ReplyOutcome.Help },
            _ => heard,
        };
    }

    private static Decision Act(Decision decision, Understanding heard, IReadOnlyList<Understood> answers, Inbound sms, Study study)
    {
        Participant person = decision.Person;
        bool carrierAnswers = sms.Carrier != CarrierAction.None || (sms.CarrierAnswers && heard.IsCarrierWord);
        return heard.Outcome switch
        {
            ReplyOutcome.OptOut => OptOut(decision, carrierAnswers, sms.At, study),
            ReplyOutcome.CallMe when person.Status == Status.Withdrawn => AskForACall(OnceADay(decision, study.Messages.LeftStudy, sms.At), sms.At, study),
            _ when person.Status == Status.Withdrawn => OnceADay(decision, study.Messages.LeftStudy, sms.At),
            ReplyOutcome.OptIn => OptIn(decision, carrierAnswers, sms.At, study),
            ReplyOutcome.Help => Say(decision, sms.Carrier == CarrierAction.Helped ? null : study.Messages.Help),
            ReplyOutcome.CallMe => AskForACall(Say(decision, study.Messages.CallMe), sms.At, study),
            _ when person.OptIn == Participants.OptIn.Out => OnceADay(decision, study.Messages.StillOptedOut, sms.At),
            ReplyOutcome.Pause => Pause(decision, sms.At, study),
            _ when answers.Count == 0 && Answering.IsOvertaken(person) && !person.Conversation!.Quiet => Answering.AskWaiting(decision, sms, study),
            _ when answers.Count == 0 => OnceADay(decision, study.Messages.Noted, sms.At),
            _ when string.IsNullOrWhiteSpace(sms.Text) => Say(decision, study.Messages.NoWords),
            _ => Answering.Take(decision, answers, sms, study),
        };
    }

    /// <summary>Lets a human know that somebody wants to be called.</summary>
    internal static Decision AskForACall(Decision decision, Instant now, Study study) =>
        Alerting.Raise(decision, RuleNames.AskedForACall, "This person asked for a call.", now, study);

    private static Decision OptOut(Decision decision, bool carrierAnswers, Instant now, Study study)
    {
        if (decision.Person.OptIn == Participants.OptIn.Out)
        {
            return decision;
        }

        return Say(Pausing.OptOut(decision, now), carrierAnswers ? null : study.Messages.OptedOut);
    }

    private static Decision OptIn(Decision decision, bool carrierAnswers, Instant now, Study study)
    {
        if (decision.Person.OptIn == Participants.OptIn.Out)
        {
            decision = Starting.SkipBacklog(decision.With(decision.Person with { OptIn = Participants.OptIn.In }), now, study);
        }

        return Say(Pausing.Resume(decision, now, study), carrierAnswers ? null : study.Messages.OptedIn);
    }

    private static Decision Pause(Decision decision, Instant now, Study study)
    {
        Instant until = Pausing.EndOfPause(study.PauseFor, decision.Person.Profile, now);
        ZonedDateTime local = until.InZone(decision.Person.Profile.Zone());
        string day = local.ToString("dddd d MMMM", System.Globalization.CultureInfo.InvariantCulture);
        return Pausing.Pause(decision, until, now) with
        {
            Reply = Conversation.Say(study.Messages.Paused, decision.Person, until: day),
        };
    }

    /// <summary>
    /// Tells a human and the person where to turn. Nothing cheerful follows in the same breath, nor by itself later: a question that
    /// would have come next wasn't put.
    /// </summary>
    private static Decision Worry(Decision decision, Participant before, Instant now, Study study)
    {
        decision = Alerting.Raise(
            decision, RuleNames.RiskPhrase, "A message holds words that may mean danger. Read it now and get in touch.", now, study);
        if (decision.Person.Conversation is { } talking)
        {
            decision = decision.With(Answering.Unasked(talking, before) with { Quiet = true });
        }

        string signposting = Conversation.Say(study.Messages.Signposting, decision.Person);
        bool confirms = decision.Person.OptIn == Participants.OptIn.Out && decision.Heard!.Outcome == Domain.Words.Of(ReplyOutcome.OptOut);
        return decision with { Reply = confirms && decision.Reply is { } stopped ? $"{signposting}\n\n{stopped}" : signposting };
    }

    private static Decision OnceADay(Decision decision, MessageText message, Instant now)
    {
        LocalDate today = now.InZone(decision.Person.Profile.Zone()).Date;
        return decision.Person.NotedOn == today
            ? decision
            : Say(decision.With(decision.Person with { NotedOn = today }), message);
    }

    private static Decision Say(Decision decision, MessageText? message) =>
        message is null ? decision : decision with { Reply = Conversation.Say(message, decision.Person) };
}
