using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Alerts;

/// <summary>A rule of the study definition: which cause raises an alert. A pure function over what is known of the person.</summary>
/// <param name="Name">One of <see cref="RuleNames"/>.</param>
/// <param name="Severity">How soon somebody must look.</param>
/// <param name="Patience">How long it waits to be acknowledged before the supervisor hears of it.</param>
public abstract record AlertRule(string Name, Severity Severity, Patience Patience)
{
    /// <summary>Whether the alert closes itself when its cause goes away.</summary>
    public virtual bool ClosesItself => true;

    /// <summary>Whether its cause can only begin when a check-in ends; then nobody needs to look back at every turn.</summary>
    public virtual bool BeginsWhenACheckInEnds => false;

    /// <summary>Looks for the cause.</summary>
    /// <returns>Null when it isn't there. For what is only seen at the moment it happens, always null.</returns>
    public virtual Finding? Find(Participant person, Instant now, Study study) => null;

    /// <summary>The instant at which time alone brings the cause about, or a worse one; null when it can't.</summary>
    public virtual Instant? FallsDueAt(Participant person, Instant now, Study study) => null;

    /// <summary>Why it closed itself, in words for staff.</summary>
    public virtual string WhyClosed(Participant person) => "The cause went away.";
}

/// <summary>A cause as it is found.</summary>
/// <param name="Cause">
/// Names it, so that the same one, once somebody resolved it, isn't raised again until it is another or worse. Several, each of
/// which counts, stand apart by <see cref="And"/>.
/// </param>
/// <param name="Summary">One plain sentence with the facts; never the person's words.</param>
public sealed record Finding(string Cause, string Summary)
{
    /// <summary>Stands in no id and in no option's value.</summary>
    public const char And = ';';
}

/// <summary>Words that may mean danger. Raised by the message itself; only a human closes it.</summary>
public sealed record RiskPhraseRule(Severity Severity, Patience Patience) : AlertRule(RuleNames.RiskPhrase, Severity, Patience)
{
    public override bool ClosesItself => false;
}

/// <summary>The person asked to be rung. Raised by the message itself; only a human closes it, who rang.</summary>
public sealed record AskedForACallRule(Severity Severity, Patience Patience) : AlertRule(RuleNames.AskedForACall, Severity, Patience)
{
    public override bool ClosesItself => false;
}
