using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Alerts.Rules;

/// <summary>Check-ins in a row that ended without a word.</summary>
/// <param name="Severity">How soon somebody must look.</param>
/// <param name="Patience">How long it waits to be acknowledged.</param>
/// <param name="InARow">How many; again at each multiple of it, once somebody resolved the last alert. At least 1.</param>
public sealed record MissedCheckInsRule(Severity Severity, Patience Patience, int InARow) : AlertRule(RuleNames.MissedCheckIns, Severity, Patience)
{
    public override bool BeginsWhenACheckInEnds => true;

    public override Finding? Find(Participant person, Instant now, Study study)
    {
        List<PastCheckIn> missed = [.. person.Past.Ordinary.Reverse()
            .TakeWhile(past => past.Status is CheckInStatus.Missed or CheckInStatus.Undelivered && !(person.HeardAt >= past.EndedAt))
            .Where(past => past.Status == CheckInStatus.Missed)];
        return missed.Count >= InARow
            ? new Finding(
                Facts.Number(missed.Count / InARow),
                $"No answer to {Facts.Times(missed.Count, "check-in", "check-ins")} in a row; the last one ended on {Facts.Day(missed[0].EndedAt, person)}.")
            : null;
    }

    public override string WhyClosed(Participant person) => "They were in touch again.";
}
