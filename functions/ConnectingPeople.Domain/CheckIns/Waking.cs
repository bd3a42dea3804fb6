using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.CheckIns;

/// <summary>What a wake-up does: close, resume, start, remind, look after the outbox, or only sleep again.</summary>
public static class Waking
{
    /// <summary>Decides everything that is due.</summary>
    /// <param name="person">The participant as stored.</param>
    /// <param name="now">The present instant; the participant's zone gives the local time.</param>
    /// <param name="study">The definition the participant is enrolled under.</param>
    /// <returns>The state to store and the messages to send; <see cref="Next"/> then tells the next wake-up.</returns>
    public static Decision Decide(Participant person, Instant now, Study study)
    {
        if (person.Status == Status.Withdrawn)
        {
            return Sending.LookAfter(new Decision(person), now);
        }

        return new Decision(person)
            .Then(soFar => Closing.CloseExpired(soFar, now))
            .Then(soFar => Pausing.EndIfOver(soFar, now, study))
            .Then(soFar => Reminding.Remind(soFar, now, study))
            .Then(soFar => Starting.Waves(soFar, now, study))
            .Then(soFar => Starting.CheckIns(soFar, now, study))
            .Then(soFar => Sending.LookAfter(soFar, now));
    }

    /// <summary>
    /// When the person must be woken next. What is due and has to wait is looked at again in a minute. Messages that the decision
    /// itself claims don't count: whoever stores it keeps the wake-up that led to it until their outcome is recorded.
    /// </summary>
    /// <returns>Null when nothing will ever fall due.</returns>
    public static Instant? Next(Decision decision, Instant now, Study study)
    {
        Participant person = decision.Person with { Outbox = [.. decision.Person.Outbox.Except(decision.Send)] };
        Instant? earliest = null;
        foreach (Instant due in Due(person, now, study))
        {
            earliest = earliest is { } known && known <= due ? known : due;
        }

        return earliest is { } next ? WholeSecond(next <= now ? now + Duration.FromMinutes(1) : next) : null;
    }

    /// <summary>The agenda counts whole seconds; a wake-up may be a moment late, never early.</summary>
    private static Instant WholeSecond(Instant instant)
    {
        long ticks = instant.ToUnixTimeTicks();
        long rest = ticks % NodaConstants.TicksPerSecond;
        return rest == 0 ? instant : Instant.FromUnixTimeTicks(ticks - rest + NodaConstants.TicksPerSecond);
    }

    private static IEnumerable<Instant> Due(Participant person, Instant now, Study study)
    {
        foreach (Outgoing message in person.Outbox)
        {
            yield return message.LookAt;
        }

        foreach (Instant alert in Alerting.Due(person, now, study))
        {
            yield return alert;
        }

        if (person.Status == Status.Withdrawn)
        {
            yield break;
        }

        foreach (CheckIn checkIn in person.CheckIns)
        {
            yield return checkIn.ClosesAt;
        }

        if (person.PausedUntil is { } end)
        {
            yield return end;
        }

        if (person.Conversation is { } talking)
        {
            yield return talking.TalksUntil;
            if (Reminding.DueAt(person, talking, study) is { } reminder)
            {
                yield return Instant.Max(reminder, Allowance.SendsFrom(person, now, study.Sending));
            }
        }

        foreach (Instant wave in study.Waves.SelectMany(wave => DueOf(wave, person, now, study)))
        {
            yield return wave;
        }

        if (person.MayBeWrittenTo)
        {
            foreach (CheckInSchedule schedule in study.CheckIns)
            {
                yield return DueOf(schedule, person, now, study);
            }
        }
    }

    private static IEnumerable<Instant> DueOf(WaveDefinition wave, Participant person, Instant now, Study study)
    {
        if (!Starting.WasOpened(person, wave))
        {
            yield return Occurrences.DayAfterEnrolment(wave.Opens, person.Profile);
        }
        else if (wave.Ask == WaveAsking.Sms && person is { MayBeWrittenTo: true, Talking: null }
            && person.CheckIns.FirstOrDefault(checkIn => checkIn.Wave == wave.Id) is { SentAt: null } waiting && study.QuestionnaireOf(waiting) is not null)
        {
            yield return Allowance.SendsFrom(person, Instant.Max(waiting.DueAt, now), study.Sending);
        }
    }

    private static Instant DueOf(CheckInSchedule schedule, Participant person, Instant now, Study study)
    {
        Profile profile = person.Profile;
        LocalDate next = Occurrences.Next(schedule, profile, now);
        Instant nextAt = Occurrences.At(next, Occurrences.TimeOf(schedule, profile), profile);
        if (Occurrences.Latest(schedule, profile, now) is not { } latest || !Starting.IsAhead(person, schedule.Id, latest))
        {
            return nextAt;
        }

        Instant start = person.Talking is null ? Allowance.SendsFrom(person, now, study.Sending) : nextAt;
        return Instant.Min(start, Occurrences.LatestStart(schedule, profile, latest, study.Sending));
    }
}
