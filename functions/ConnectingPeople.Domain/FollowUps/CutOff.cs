using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.FollowUps;

/// <summary>
/// Takes from what is stored everything that happened after an instant. Storage keeps the present, not every past, so four things
/// can't be taken back: an answer that the same source put right since is missing; a profile, an agency or a goal's day that was
/// changed since stands as it is now; a change of status leaves the status unknown; and a person who began to take messages again
/// counts as never having stopped. Of fidelity and alerts all that was said and done is kept, so
/// <see cref="Agencies.Triangulation"/> and <see cref="AlertCourse"/> tell how they stood.
/// </summary>
public static class CutOff
{
    /// <returns>The history as of <paramref name="at"/>, which itself counts; null for a person who was enrolled later.</returns>
    public static ParticipantHistory? Apply(ParticipantHistory stored, Instant at, Study study)
    {
        Profile profile = stored.Person.Profile;
        if (profile.EnrolledAt > at)
        {
            return null;
        }

        (Standing? standing, Instant? since) = StandingOf(stored, at);
        IEnumerable<CheckIn> begun = stored.CheckIns.Where(checkIn => BeganAt(checkIn, profile, study) <= at);
        return stored with
        {
            SeenAt = at,
            CheckIns = [.. begun.Select(checkIn => Trim(checkIn, stored, at, study))],
            Alerts = [.. stored.Alerts.Where(alert => alert.RaisedAt <= at).Select(alert => AlertCourse.AsOf(alert, at))],
            DeliveredAt = stored.DeliveredAt.Where(message => message.Value <= at).ToDictionary(),
            Standing = standing,
            StandingSince = since,
        };
    }

    private static (Standing?, Instant?) StandingOf(ParticipantHistory stored, Instant at)
    {
        Participant person = stored.Person;
        if (person.StatusAt > at)
        {
            return (null, null);
        }

        bool isStopped = person.OptIn == OptIn.Out && (stored.OptedOutAt is null || stored.OptedOutAt <= at);
        return person.Status switch
        {
            Status.Withdrawn => (Standing.Withdrawn, person.StatusAt),
            _ when isStopped => (Standing.Stopped, stored.OptedOutAt),
            Status.Paused => (Standing.Paused, person.StatusAt),
            _ => (Standing.Active, person.StatusAt),
        };
    }

    /// <summary>
    /// A wave begins when its window opens, whoever asks its questions, or with an early answer; a cancelled check-in when it was cancelled.
    /// </summary>
    private static Instant BeganAt(CheckIn checkIn, Profile profile, Study study) =>
        study.Waves.FirstOrDefault(wave => wave.Id == checkIn.Wave) is { } wave
            ? Instant.Min(WaveWindow.Of(wave, profile).Opens, checkIn.FirstReplyAt ?? Instant.MaxValue)
            : checkIn.SentAt ?? checkIn.ClosedAt ?? checkIn.DueAt;

    private static CheckIn Trim(CheckIn checkIn, ParticipantHistory stored, Instant at, Study study)
    {
        CheckIn trimmed = Holding.Until(Trim(checkIn, stored, at), at, study.QuestionnaireOf(checkIn));
        return (trimmed.Status == CheckInStatus.Completed && checkIn.CompletedAt > at) || trimmed.Status == CheckInStatus.Partial
            ? trimmed with { Status = Closing.StatusOf(trimmed) }
            : trimmed;
    }

    private static CheckIn Trim(CheckIn checkIn, ParticipantHistory stored, Instant at) => checkIn with
    {
        SentAt = UpTo(checkIn.SentAt, at),
        FirstReplyAt = UpTo(checkIn.FirstReplyAt, at),
        CompletedAt = UpTo(checkIn.CompletedAt, at),
        ClosedAt = UpTo(checkIn.ClosedAt, at),
        Status = checkIn.ClosedAt > at ? CheckInStatus.Open : checkIn.Status,
        Reminders = checkIn.Reminders - LaterReminders(checkIn, stored, at),
    };

    private static int LaterReminders(CheckIn checkIn, ParticipantHistory stored, Instant at) => Enumerable
        .Range(1, checkIn.Reminders)
        .Count(nth => stored.DecidedAt.TryGetValue($"{checkIn.Id}.remind.{nth}", out Instant decided) && decided > at);

    private static Instant? UpTo(Instant? moment, Instant at) => moment <= at ? moment : null;
}
