using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Alerts.Rules;

/// <summary>The number or address can't be reached, or the last check-in didn't arrive.</summary>
public sealed record UndeliveredRule(Severity Severity, Patience Patience) : AlertRule(RuleNames.Undelivered, Severity, Patience)
{
    public override Finding? Find(Participant person, Instant now, Study study)
    {
        if (person.Unreachable is { } code)
        {
            return new Finding("unreachable", $"Messages can't reach this person (error {code}). Ask for a new number or address.");
        }

        PastCheckIn? last = person.Past.Last;
        return last is { Status: CheckInStatus.Undelivered } && !(person.HeardAt > last.EndedAt)
            ? new Finding(last.Id, $"The check-in that ended on {Facts.Day(last.EndedAt, person)} didn't reach this person. The next one goes as usual.")
            : null;
    }

    public override string WhyClosed(Participant person) => "Messages reach them again.";
}
