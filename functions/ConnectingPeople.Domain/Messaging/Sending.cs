using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Messaging;

/// <summary>Decides about messages on their way: who may try them, when, and what an outcome means.</summary>
public static class Sending
{
    /// <summary>Hands to the queue what lingers or has waited long enough.</summary>
    public static Decision LookAfter(Decision decision, Instant now)
    {
        List<Outgoing> due = [.. decision.Person.Outbox.Where(message => message.LookAt <= now)];
        return due.Aggregate(decision, (soFar, message) => Replace(soFar, message with { LookAt = now + Outbox.QueuePatience }) with
        {
            Enqueue = [.. soFar.Enqueue, message.Id],
        });
    }

    /// <summary>Claims a new message, an email where it has a subject: storing the decision is the right to call the provider with it once.</summary>
    public static Decision Claim(Decision decision, CheckIn about, string purpose, int nth, string text, Instant now, string? subject = null)
    {
        Outgoing message = new()
        {
            Id = $"{about.Id}.{purpose}.{nth}",
            CheckIn = about.Id,
            Text = text,
            Subject = subject,
            DecidedAt = now,
            ExpiresAt = about.TalksUntil,
            ClaimedAt = now,
            LookAt = now + Outbox.LingersAfter,
            Tries = 1,
        };
        Participant person = decision.Person;
        LocalDate today = now.InZone(person.Profile.Zone()).Date;
        return decision with
        {
            Person = person with
            {
                Outbox = [.. person.Outbox, message],
                Sent = new DayCount(today, person.Sent.Day == today ? person.Sent.Count + 1 : 1),
            },
            Send = [.. decision.Send, message],
        };
    }

    /// <summary>
    /// Asks, at the moment of sending, whether the person may still be written to. Claims the message, lets it wait for sending
    /// hours, or drops it.
    /// </summary>
    /// <returns>A decision whose <see cref="Decision.Send"/> holds the message when it was claimed.</returns>
    public static Decision Claim(Decision decision, Outgoing message, Instant now, Study study)
    {
        Participant person = decision.Person;
        if (WhyNot(person, message, now) is { } reason)
        {
            return Drop(decision, message, reason, now);
        }

        if (study.Sending.NextOpen(now, person.Profile.Zone()) is var open && open > now)
        {
            return Replace(decision, message with { ClaimedAt = null, LookAt = open });
        }

        Outgoing claimed = message with { ClaimedAt = now, LookAt = now + Outbox.LingersAfter, Tries = message.Tries + 1 };
        return Replace(decision, claimed) with { Send = [.. decision.Send, claimed] };
    }

    /// <summary>
    /// Until when a provider may keep a message that it took before it leaves: no queue of theirs may carry it into the night, nor
    /// past the end of its check-in's conversation.
    /// </summary>
    /// <param name="message">A message that was claimed inside sending hours.</param>
    /// <param name="person">Whom it is for.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="study">The definition the participant is enrolled under.</param>
    public static Instant LeavesBy(Outgoing message, Participant person, Instant now, Study study)
    {
        DateTimeZone zone = person.Profile.Zone();
        return Instant.Min(study.Sending.EndOf(now.InZone(zone).Date, zone), message.ExpiresAt);
    }

    /// <summary>
    /// Since when a message could have gone and hasn't: since it was decided, or since this day's sending hours began where that is
    /// later.
    /// </summary>
    /// <returns>Null while it may not go, and for an email of which nobody can tell whether it went.</returns>
    public static Instant? WaitsSince(Outgoing message, Participant person, Instant now, Study study)
    {
        DateTimeZone zone = person.Profile.Zone();
        bool isUnknown = message is { Way: Way.Email, ClaimedAt: not null } && message.LookAt >= message.ExpiresAt;
        return isUnknown || WhyNot(person, message, now) is not null || !study.Sending.AreOpen(now, zone)
            ? null
            : Instant.Max(message.DecidedAt, study.Sending.StartOf(now.InZone(zone).Date, zone));
    }

    /// <summary>Writes down what the provider said.</summary>
    public static Decision Record(Decision decision, Outgoing message, SendResult result, Instant now) => result switch
    {
        SendResult.Accepted(string providerId) =>
            Remove(decision, message, new Dispatch(message.Id, DeliveryStatus.Accepted, now, providerId)),
        SendResult.TryLater(Duration after) when message.Tries < Outbox.MaxTries => Wait(decision, message, now + Outbox.Wait(after, message.Tries), now),
        SendResult.TryLater => Undeliverable(decision, message, "gave-up", now),
        SendResult.Refused(string code) => Undeliverable(decision, message, code, now),
        _ => message.Way == Way.Email ? LeaveUnknown(decision, message) : decision,
    };

    /// <summary>
    /// Leaves an email alone that nobody can tell of whether it went: no provider has a list of those to ask. It is given up when
    /// nobody wants it any more, unless its delivery is reported before.
    /// </summary>
    public static Decision LeaveUnknown(Decision decision, Outgoing message) => Replace(decision, message with { LookAt = message.ExpiresAt });

    /// <summary>Gives a message up that nobody can tell of whether it went: a check-in isn't sent twice.</summary>
    public static Decision GiveUp(Decision decision, Outgoing message, Instant now) => Drop(decision, message, "unknown", now);

    /// <summary>Takes a delivery report. It is about a message that went, so only bad news changes the person's state.</summary>
    public static Decision Report(Decision decision, string messageId, string checkIn, string code, Instant now)
    {
        bool first = Outgoing.Begins(messageId);
        CheckIn? open = decision.Person.CheckIns.FirstOrDefault(open => open.Id == checkIn);
        decision = first && open is { FirstReplyAt: null } ? decision.With(open with { Undelivered = true }) : decision;
        return Consequence(decision, code, now);
    }

    private static string? WhyNot(Participant person, Outgoing message, Instant now)
    {
        if (!person.MayBeWrittenTo)
        {
            return "not-wanted";
        }

        if (message.ExpiresAt <= now)
        {
            return "expired";
        }

        return person.Conversation is { } talking && talking.Id == message.CheckIn && talking.LastWordAt <= message.DecidedAt ? null : "answered";
    }

    private static Decision Undeliverable(Decision decision, Outgoing message, string code, Instant now) =>
        Report(Remove(decision, message, new Dispatch(message.Id, DeliveryStatus.Undelivered, now, null, code)), message.Id, message.CheckIn, code, now);

    private static Decision Consequence(Decision decision, string code, Instant now) => ErrorCodes.MeaningOf(code) switch
    {
        ErrorMeaning.OptedOut => Pausing.OptOut(decision, now),
        ErrorMeaning.Unreachable when decision.Person.Unreachable is null => decision.With(decision.Person with { Unreachable = code }),
        _ => decision,
    };

    private static Decision Wait(Decision decision, Outgoing message, Instant until, Instant now) =>
        Replace(decision, message with { ClaimedAt = null, LookAt = until }) with
        {
            Dispatches = [.. decision.Dispatches, new Dispatch(message.Id, DeliveryStatus.Waiting, now)],
        };

    private static Decision Drop(Decision decision, Outgoing message, string why, Instant now) =>
        Remove(decision, message, new Dispatch(message.Id, DeliveryStatus.NotSent, now, null, why));

    private static Decision Remove(Decision decision, Outgoing message, Dispatch told) => decision with
    {
        Person = decision.Person with { Outbox = [.. decision.Person.Outbox.Where(other => other.Id != message.Id)] },
        Dispatches = [.. decision.Dispatches, told],
    };

    private static Decision Replace(Decision decision, Outgoing message) => decision with
    {
        Person = decision.Person with { Outbox = [.. decision.Person.Outbox.Select(other => other.Id == message.Id ? message : other)] },
    };
}
