using ConnectingPeople.Domain.Forms;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.CheckIns;

/// <summary>Starts what is due: waves first, then check-ins, one conversation at a time.</summary>
public static class Starting
{
    /// <summary>Opens the waves whose window has come, and begins the text conversation of one whose day has come.</summary>
    public static Decision Waves(Decision decision, Instant now, Study study)
    {
        foreach (WaveDefinition wave in study.Waves)
        {
            decision = Talk(OpenIfTime(decision, wave, now, study), wave, now, study);
        }

        return decision;
    }

    /// <summary>Starts, skips or leaves waiting each schedule's latest occurrence; older ones that never started are cancelled.</summary>
    public static Decision CheckIns(Decision decision, Instant now, Study study) =>
        study.CheckIns.Aggregate(decision, (soFar, schedule) => Schedule(soFar, schedule, now, study));

    /// <summary>Passes over what fell due while the person wasn't to be written to: no backlog waits for them.</summary>
    public static Decision SkipBacklog(Decision decision, Instant now, Study study)
    {
        Participant person = decision.Person;
        foreach (CheckInSchedule schedule in study.CheckIns)
        {
            if (Occurrences.Latest(schedule, person.Profile, now) is { } day && IsAhead(person, schedule.Id, day))
            {
                person = person.WithHandled(schedule.Id, day);
            }
        }

        return decision.With(person);
    }

    /// <summary>Whether that occurrence hasn't been dealt with yet.</summary>
    public static bool IsAhead(Participant person, string schedule, LocalDate day) =>
        !person.Handled.TryGetValue(schedule, out LocalDate last) || day > last;

    /// <summary>Whether a wave began for a person. It does so once, also where a new definition lets it fall due on another day.</summary>
    public static bool WasOpened(Participant person, WaveDefinition wave) => person.Handled.ContainsKey(wave.Id);

    /// <summary>
    /// Opens a wave that hasn't been opened, whether or not its window has come: the agenda then neither opens it again nor asks what is
    /// answered by the day it is due.
    /// </summary>
    public static Decision Open(Decision decision, WaveDefinition wave, Instant now, Study study)
    {
        Profile profile = decision.Person.Profile;
        LocalDate due = Occurrences.DayOf(wave.Due, profile);
        Questionnaire questionnaire = study.Questionnaires[wave.Questionnaire];
        CheckIn opened = new()
        {
            Id = IdOf(wave, due),
            Questionnaire = questionnaire.Id,
            Version = questionnaire.Version,
            Wave = wave.Id,
            Goal = GoalToAskAbout(decision.Person)?.Id,
            DueAt = Occurrences.DueAt(wave, profile),
            ClosesAt = Occurrences.DayAfterEnrolment(wave.Closes, profile),
        };
        decision = decision.With(decision.Person.WithHandled(wave.Id, due));
        return decision.With(opened.ClosesAt <= now ? Closing.Closed(opened, now) : opened);
    }

    /// <summary>The id of a wave's check-in that is due on that local day.</summary>
    public static string IdOf(WaveDefinition wave, LocalDate due) => $"{wave.Id}-{due:uuuu-MM-dd}";

    private static Decision OpenIfTime(Decision decision, WaveDefinition wave, Instant now, Study study) =>
        !WasOpened(decision.Person, wave) && Occurrences.DayAfterEnrolment(wave.Opens, decision.Person.Profile) <= now
            ? Open(decision, wave, now, study)
            : decision;

    private static Decision Talk(Decision decision, WaveDefinition wave, Instant now, Study study)
    {
        Participant person = decision.Person;
        CheckIn? waiting = person.CheckIns.FirstOrDefault(checkIn => checkIn.Wave == wave.Id);
        return wave.Ask == WaveAsking.Sms && waiting is { SentAt: null } && waiting.DueAt <= now
            && person.Talking is null && Allowance.MaySend(person, now, study.Sending)
                ? Begin(decision, waiting, wave.CloseAfter, waiting.ClosesAt, now, study)
                : decision;
    }

    private static Decision Schedule(Decision decision, CheckInSchedule schedule, Instant now, Study study)
    {
        Profile profile = decision.Person.Profile;
        if (Occurrences.Latest(schedule, profile, now) is not { } latest || !IsAhead(decision.Person, schedule.Id, latest))
        {
            return decision;
        }

        if (!decision.Person.MayBeWrittenTo)
        {
            return decision.With(decision.Person.WithHandled(schedule.Id, latest));
        }

        LocalDate[] missed = [.. Missed(schedule, decision.Person, latest, study)];
        int room = Math.Max(0, Decision.MostOfAKind - decision.CheckIns.Count);
        decision = missed.Take(room).Aggregate(decision, (soFar, day) => Cancel(soFar, schedule, day, now, study));
        if (missed.Length > room)
        {
            return decision; // The rest follow a minute later.
        }

        CheckIn checkIn = New(schedule, decision.Person, latest, study);
        if (now >= Occurrences.LatestStart(schedule, profile, latest, study.Sending))
        {
            return Cancel(decision, schedule, latest, now, study);
        }

        if (decision.Person.Talking is not null || !Allowance.MaySend(decision.Person, now, study.Sending))
        {
            return decision;
        }

        Instant next = Occurrences.At(latest.PlusDays(schedule.EveryDays), Occurrences.TimeOf(schedule, profile), profile);
        decision = decision.With(decision.Person.WithHandled(schedule.Id, latest));
        return Begin(decision, checkIn, schedule.CloseAfter, next, now, study);
    }

    /// <summary>Days before the latest that never started. A schedule that a new definition brought in begins with the latest.</summary>
    private static IEnumerable<LocalDate> Missed(CheckInSchedule schedule, Participant person, LocalDate latest, Study study)
    {
        LocalDate first = Occurrences.First(schedule, person.Profile);
        LocalDate day = person.Handled.TryGetValue(schedule.Id, out LocalDate last) ? last.PlusDays(1)
            : person.Handled.Keys.Any(handled => study.Waves.All(wave => wave.Id != handled)) ? latest
            : first;
        day = day.PlusDays((schedule.EveryDays - (Period.DaysBetween(first, day) % schedule.EveryDays)) % schedule.EveryDays);
        for (; day < latest; day = day.PlusDays(schedule.EveryDays))
        {
            yield return day;
        }
    }

    private static Decision Cancel(Decision decision, CheckInSchedule schedule, LocalDate day, Instant now, Study study) => decision
        .With(decision.Person.WithHandled(schedule.Id, day))
        .With(New(schedule, decision.Person, day, study) with { Status = CheckInStatus.Cancelled, ClosedAt = now });

    private static CheckIn New(CheckInSchedule schedule, Participant person, LocalDate day, Study study)
    {
        Questionnaire questionnaire = study.Questionnaires[schedule.Questionnaire];
        Instant due = Occurrences.At(day, Occurrences.TimeOf(schedule, person.Profile), person.Profile);
        return new CheckIn
        {
            Id = $"{schedule.Id}-{day:uuuu-MM-dd}",
            Questionnaire = questionnaire.Id,
            Version = questionnaire.Version,
            Goal = GoalToAskAbout(person)?.Id,
            DueAt = due,
            ClosesAt = due,
        };
    }

    private static Decision Begin(Decision decision, CheckIn checkIn, Period closeAfter, Instant noLater, Instant now, Study study)
    {
        if (study.QuestionnaireOf(checkIn) is not { } questionnaire || Conversation.NextFrom(0, questionnaire, checkIn) is not { } first)
        {
            return decision;
        }

        Instant until = Instant.Min(Occurrences.After(now, closeAfter, decision.Person.Profile.Zone()), noLater);
        CheckIn begun = checkIn with
        {
            SentAt = now,
            LastWordAt = now,
            TalksUntil = until,
            ClosesAt = checkIn.Wave is null ? until : checkIn.ClosesAt,
            Question = first.Id,
            Texted = decision.Person.Profile.Channel == Channel.Sms ? first.Id : null,
        };
        FormEmail? email = begun.Texted is null ? FormEmails.Invite(decision.Person, begun, study) : null;
        string text = email?.Text ?? Conversation.Open(questionnaire, first, begun, decision.Person);
        decision = decision.With(begun).With(decision.Person.With(begun) with { Talking = begun.Id });
        return Sending.Claim(decision, begun, "ask", 1, text, now, email?.Subject);
    }

    private static Goal? GoalToAskAbout(Participant person) =>
        person.Goals.MinBy(goal => goal.RatedAt ?? Instant.MinValue);
}
