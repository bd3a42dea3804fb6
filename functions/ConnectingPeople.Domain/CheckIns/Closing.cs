using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;

namespace ConnectingPeople.Domain.CheckIns;

/// <summary>Ends check-ins: what they are called in the datasets afterwards.</summary>
public static class Closing
{
    /// <summary>
    /// Closes what takes no more answers, and lets a long conversation go that has had its time. Nobody missed a check-in whose first
    /// message still waits here, or of which nobody can tell whether it went.
    /// </summary>
    public static Decision CloseExpired(Decision decision, Instant now)
    {
        foreach (CheckIn checkIn in decision.Person.CheckIns.Where(checkIn => checkIn.ClosesAt <= now))
        {
            bool neverWent = decision.Person.Outbox.Any(message => message.Id == Outgoing.FirstOf(checkIn.Id));
            decision = decision.With(Closed(checkIn with { Undelivered = checkIn.Undelivered || neverWent }, now));
        }

        return decision.Person.Conversation is { } talking && talking.TalksUntil <= now
            ? decision.With(decision.Person with { Talking = null })
            : decision;
    }

    /// <summary>Ends the conversation and the check-in it was about; a wave only falls silent, an interview may still answer it.</summary>
    public static Decision EndConversation(Decision decision, Instant now) => decision.Person.Conversation switch
    {
        null => decision,
        { Wave: not null } => decision.With(decision.Person with { Talking = null }),
        CheckIn checkIn => decision.With(Closed(checkIn, now)),
    };

    /// <summary>Closes everything, as somebody leaves the study.</summary>
    public static Decision CloseAll(Decision decision, Instant now) =>
        decision.Person.CheckIns.Aggregate(decision, (soFar, checkIn) => soFar.With(Closed(checkIn, now)));

    /// <summary>The check-in completed: nothing is left to ask.</summary>
    public static CheckIn Completed(CheckIn checkIn, Instant now) => Closed(checkIn with { Question = null, CompletedAt = now }, now);

    /// <summary>
    /// A closed check-in that an interview added to: complete once nothing is left to ask, else partial. It stays closed since it was.
    /// </summary>
    public static CheckIn Amended(CheckIn checkIn, bool isComplete, Instant now)
    {
        CheckIn amended = checkIn with
        {
            Question = isComplete ? null : checkIn.Question,
            CompletedAt = isComplete ? checkIn.CompletedAt ?? now : null,
        };
        return amended with { Status = StatusOf(amended) };
    }

    /// <summary>
    /// The check-in with its final status: what was answered decides. One that was answered to its end and stayed open for what
    /// might be added was complete with its last word.
    /// </summary>
    public static CheckIn Closed(CheckIn checkIn, Instant now) => checkIn with
    {
        ClosedAt = now,
        CompletedAt = checkIn.CompletedAt ?? (checkIn.IsThrough ? checkIn.LastWordAt : null),
        Status = checkIn switch
        {
            { IsThrough: true } => CheckInStatus.Completed,
            { CompletedAt: null, Status: not CheckInStatus.Open } => checkIn.Status,
            _ => StatusOf(checkIn),
        },
    };

    /// <summary>What a check-in that ended is called by its answers alone.</summary>
    public static CheckInStatus StatusOf(CheckIn checkIn) => checkIn switch
    {
        { CompletedAt: not null } => CheckInStatus.Completed,
        { Answers.Count: > 0 } => CheckInStatus.Partial,
        { Undelivered: true } => CheckInStatus.Undelivered,
        _ => CheckInStatus.Missed,
    };
}
