using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.FollowUps;

/// <summary>An interview that somebody has to do, because nothing else asks its questions.</summary>
/// <param name="Progress">How far its wave is.</param>
/// <param name="IsSoon">Whether the window closes within <see cref="Soon"/>.</param>
public sealed record InterviewDue(WaveProgress Progress, bool IsSoon)
{
    /// <summary>How long before the window closes an interview is pressing: as long as the shipped rule that a wave is overdue.</summary>
    public static readonly Duration Soon = Duration.FromDays(14);

    /// <summary>The interview of the open window that closes first; null when none is to be done, also for somebody who has left.</summary>
    public static InterviewDue? Of(Participant person, Instant now, Study study) => person.Status == Status.Withdrawn
        ? null
        : study.Waves.Where(wave => wave.Ask == WaveAsking.Interview && person.CheckIns.Any(open => open.Wave == wave.Id))
            .Select(wave => WaveProgress.Of(person, wave, null, study))
            .Where(progress => progress.Missing > 0 && progress.Window.Contains(now))
            .OrderBy(progress => progress.Window.Closes)
            .Select(progress => new InterviewDue(progress, progress.Window.Closes - now <= Soon))
            .FirstOrDefault();
}
