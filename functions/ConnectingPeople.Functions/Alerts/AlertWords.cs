using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Functions.Site;

namespace ConnectingPeople.Functions.Alerts;

/// <summary>What became of alerts, in words for whoever reads the page.</summary>
/// <param name="reader">Whose own deeds are told as theirs; empty for nobody.</param>
/// <param name="zone">Whose clock times are told by.</param>
public sealed class AlertWords(string reader, DateTimeZone zone)
{
    /// <summary>The colour of the tag that says how pressing it is; the tag says it in words, too.</summary>
    public static string Colour(Severity severity) => severity switch
    {
        Severity.Urgent => "red",
        Severity.Soon => "orange",
        _ => "blue",
    };

    /// <summary>Where an alert stands: a sentence or two.</summary>
    public IEnumerable<string> StateOf(Alert alert)
    {
        if (alert.State is AlertState.Acknowledged or AlertState.Resolved)
        {
            return Ended(alert) is { } ended ? [Of(ended)] : [];
        }

        AlertStep? last = alert.Steps.LastOrDefault(step => step.Act is AlertAct.Notified or AlertAct.Escalated or AlertAct.NotReached);
        string told = last is null ? "Nobody has been told yet." : Of(last);
        return alert.EscalatesAt is { } escalates
            ? [told, $"It goes to the supervisors on {At(escalates)} unless somebody acknowledges it before."]
            : [told];
    }

    /// <summary>What somebody's wish to change an alert came to: they did it, or somebody else had before and nothing changed.</summary>
    /// <param name="alert">As it is now.</param>
    /// <param name="wish">What was asked for.</param>
    /// <returns>Whether it is theirs, in a sentence.</returns>
    public (bool IsDone, string Words) OutcomeOf(Alert alert, AlertAct wish)
    {
        AlertStep? deed = Ended(alert);
        bool isTheirs = deed is not null && deed.Act == wish && IsReader(deed.Who);
        return deed is null ? (false, "Nobody has acknowledged it yet.")
            : isTheirs ? (true, wish == AlertAct.Acknowledged ? $"You acknowledged the alert on {At(deed.At)}. It goes to nobody else." : $"You said on {At(deed.At)} that it is dealt with.")
            : (false, Of(deed));
    }

    /// <summary>One thing that happened to an alert.</summary>
    public string Of(AlertStep step) => step.Act switch
    {
        AlertAct.Raised => $"Raised on {At(step.At)}.",
        AlertAct.RaisedAgain => $"Its cause came again on {At(step.At)}.",
        AlertAct.Notified => $"{Who(step)} {Were(step)} told by {(step.What == "sms" ? "text message" : "email")} on {At(step.At)}.",
        AlertAct.NotReached => step.Who is null ? $"On {At(step.At)} there was nobody to tell." : $"{Who(step)} couldn't be reached on {At(step.At)}.",
        AlertAct.Escalated => $"Went on to others on {At(step.At)}{(step.What is { } why ? $", because it was {(why == Handing.NotInTime ? why : "told to nobody")}" : "")}.",
        AlertAct.Acknowledged => $"{Who(step)} acknowledged it on {At(step.At)}.",
        AlertAct.Resolved => $"{Who(step)} said on {At(step.At)} that it is dealt with{(step.What is { Length: > 0 } done ? $": {done}" : ".")}",
        _ => $"It closed itself on {At(step.At)}{(step.What is { Length: > 0 } why ? $": {why}" : ".")}",
    };

    private static AlertStep? Ended(Alert alert) => alert.State switch
    {
        AlertState.Acknowledged => alert.Last(AlertAct.Acknowledged),
        AlertState.Resolved => alert.Last(AlertAct.Resolved) ?? alert.Last(AlertAct.Closed),
        _ => null,
    };

    private string At(Instant at) => Moment.Full(at, zone);

    private string Who(AlertStep step) => step.Who is not { } who ? "Somebody" : IsReader(who) ? "You" : who;

    private string Were(AlertStep step) => IsReader(step.Who) ? "were" : "was";

    private bool IsReader(string? who) => who is not null && string.Equals(who, reader, StringComparison.OrdinalIgnoreCase);
}
