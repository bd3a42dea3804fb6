using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Alerts.Rules;

/// <summary>A wave's window closes, or closed, without all its answers.</summary>
/// <param name="Severity">How soon somebody must look.</param>
/// <param name="Patience">How long it waits to be acknowledged.</param>
/// <param name="Wave">Which wave.</param>
/// <param name="Before">How long before the window closes, weeks or days or hours.</param>
public sealed record WaveOverdueRule(Severity Severity, Patience Patience, string Wave, Period Before) : AlertRule(RuleNames.WaveOverdue, Severity, Patience)
{
    public override Finding? Find(Participant person, Instant now, Study study)
    {
        if (Open(person) is { } open)
        {
            return now >= FromOn(open)
                ? new Finding("open", $"The {Wave} answers aren't complete, and their window closes on {Facts.Day(open.ClosesAt, person)}.")
                : null;
        }

        return person.Past.Wave(Wave) is { Status: not CheckInStatus.Completed } missed
            ? new Finding("open", $"The {Wave} answers weren't complete when their window closed on {Facts.Day(missed.EndedAt, person)}.")
            : null;
    }

    public override Instant? FallsDueAt(Participant person, Instant now, Study study) =>
        Open(person) is { } open && FromOn(open) > now ? FromOn(open) : null;

    public override string WhyClosed(Participant person) => "The answers are complete.";

    private Instant FromOn(CheckIn open) => open.ClosesAt - Before.ToDuration();

    private CheckIn? Open(Participant person) => person.CheckIns.FirstOrDefault(checkIn => checkIn.Wave == Wave && !checkIn.IsThrough);
}
