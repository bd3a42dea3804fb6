using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.FollowUps;

/// <summary>
/// When answers to a wave count as given in time, for one person: from the local midnight that begins its first day to the one that
/// ends its last, counted from the person's local day of enrolment. A month that lacks the day of enrolment takes its last day.
/// </summary>
/// <param name="Opens">The first instant inside.</param>
/// <param name="Closes">The first instant after it.</param>
/// <param name="FirstDay">The first local day inside.</param>
/// <param name="LastDay">The last local day inside.</param>
public sealed record WaveWindow(Instant Opens, Instant Closes, LocalDate FirstDay, LocalDate LastDay)
{
    /// <summary>The window of a wave for a person, whatever became of the wave.</summary>
    /// <param name="wave">Whose periods count from enrolment.</param>
    /// <param name="profile">Whose day of enrolment and time zone count.</param>
    public static WaveWindow Of(WaveDefinition wave, Profile profile) => new(
        Occurrences.DayAfterEnrolment(wave.Opens, profile),
        Occurrences.DayAfterEnrolment(wave.Closes, profile),
        Occurrences.DayOf(wave.Opens, profile),
        Occurrences.DayOf(wave.Closes, profile).PlusDays(-1));

    /// <summary>
    /// The moment that a wave counts as measured at, completed or not: that of the last answer that holds. An answer that another
    /// source's took the place of doesn't count, nor does a refusal.
    /// </summary>
    /// <returns>Null while nothing is answered.</returns>
    public static Instant? AnsweredAt(CheckIn wave)
    {
        Instant? last = null;
        foreach (Answer answer in wave.Answers.Where(answer => answer.Outcome == AnswerOutcome.Answered))
        {
            last = last is { } known && known > answer.At ? known : answer.At;
        }

        return last;
    }

    /// <summary>Whether the instant lies inside.</summary>
    public bool Contains(Instant at) => at >= Opens && at < Closes;

    /// <summary>
    /// Whether all that is answered was answered in time: what <c>nine_month_in_window</c> says. One answer from outside is enough
    /// for no, so that nobody takes a wave for punctual that partly isn't.
    /// </summary>
    /// <returns>Null while nothing is answered.</returns>
    public bool? Holds(CheckIn wave) => AnsweredAt(wave) is null
        ? null
        : wave.Answers.Where(answer => answer.Outcome == AnswerOutcome.Answered).All(answer => Contains(answer.At));
}
