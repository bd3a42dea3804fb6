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

        if (person.OptIn == OptIn.Out)
        {
            return null;
        }

        if (person.CheckIns.FirstOrDefault(checkIn => checkIn is { Undelivered: true, FirstReplyAt: null }) is { } open)
        {
            return NotThisTime(open.Id, open.DueAt, person);
        }

        return person.Past.LastIf(CheckInStatus.Undelivered) is { } last && !(person.HeardAt > last.EndedAt)
            ? NotThisTime(last.Id, last.EndedAt, person)
            : null;
    }

    private static Finding NotThisTime(string checkIn, Instant at, Participant person) =>
        new(checkIn, $"The check-in of {Facts.Day(at, person)} didn't reach this person. The next one goes as usual.");

    public override string WhyClosed(Participant person) => person.OptIn == OptIn.Out
        ? "They have opted out, of which there is an alert of its own."
        : "Messages reach them again.";
}
