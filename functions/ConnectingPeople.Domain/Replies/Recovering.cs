using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Replies;

/// <summary>
/// Takes a message that reached the provider while we were away. It counts as of when it was written, unless the person said more
/// since. The answer to it is no direct reply any more, so it goes as a message of its own, and only when one may go; a question in
/// an answer that doesn't go wasn't put, and what follows isn't taken for its answer.
/// </summary>
public static class Recovering
{
    /// <summary>Decides one recovered message.</summary>
    /// <param name="person">The participant as stored.</param>
    /// <param name="sms">The message; its instant is when the provider took it.</param>
    /// <param name="isLast">Whether it is the last one recovered from this person: only that one is answered.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="study">The definition the participant is enrolled under.</param>
    public static Decision Decide(Participant person, Inbound sms, bool isLast, Instant now, Study study)
    {
        Decision decision = Replying.Decide(person, sms, study, wasOvertaken: person.HeardAt > sms.At);
        if (decision.Reply is not { } answer)
        {
            return decision;
        }

        decision = decision with { Reply = null };
        return isLast && Allowance.MaySend(decision.Person, now, study.Sending)
            ? Sending.Claim(decision, About(decision, now), $"late-{sms.ProviderId}", 1, answer, now)
            : decision.Person.Conversation is { } talking ? decision.With(Answering.Unasked(talking, person)) : decision;
    }

    /// <summary>The check-in that the answer is about, also where the message ended the conversation.</summary>
    private static CheckIn About(Decision decision, Instant now) =>
        decision.Person.CheckIns.FirstOrDefault(checkIn => checkIn.Id == (decision.Person.Talking ?? decision.Heard?.CheckIn)) ?? Nothing(now);

    /// <summary>Stands for the check-in that a message outside of any is about.</summary>
    private static CheckIn Nothing(Instant now) => new()
    {
        Id = "no-check-in",
        Questionnaire = "",
        Version = 0,
        DueAt = now,
        TalksUntil = now + Duration.FromHours(1),
        ClosesAt = now,
    };
}
