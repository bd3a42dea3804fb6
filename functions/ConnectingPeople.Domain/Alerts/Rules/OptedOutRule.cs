using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Alerts.Rules;

/// <summary>The person takes no more messages.</summary>
public sealed record OptedOutRule(Severity Severity, Patience Patience) : AlertRule(RuleNames.OptedOut, Severity, Patience)
{
    public override Finding? Find(Participant person, Instant now, Study study) => person.OptIn == OptIn.Out
        ? new Finding("out", "This person has opted out of our messages, so check-ins don't reach them any more.")
        : null;

    public override string WhyClosed(Participant person) => "They take messages again.";
}
