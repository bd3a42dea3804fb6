namespace ConnectingPeople.Domain.Alerts;

/// <summary>Something a practitioner must hear of.</summary>
/// <param name="Id"><c>{rule}-{local day}</c>, then <c>.2</c> and so on for the same rule on the same day.</param>
/// <param name="Rule">Which rule raised it.</param>
/// <param name="Severity">How soon somebody must look.</param>
/// <param name="RaisedAt">When its cause was seen.</param>
/// <param name="Summary">One plain sentence with the facts; never the person's words.</param>
public sealed record Alert(string Id, string Rule, Severity Severity, Instant RaisedAt, string Summary);

public enum Severity
{
    /// <summary>Within the working week.</summary>
    Routine,

    /// <summary>Within the working day.</summary>
    Soon,

    /// <summary>At once, whatever the hour.</summary>
    Urgent,
}

/// <summary>The names of the rules.</summary>
public static class AlertRules
{
    public const string RiskPhrase = "risk-phrase";
    public const string AskedForACall = "asked-for-a-call";
    public const string OptedOut = "opted-out";
    public const string Undelivered = "undelivered";
}
