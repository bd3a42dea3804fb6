namespace ConnectingPeople.Domain.Messaging;

/// <summary>What a provider's error code means for the person.</summary>
public enum ErrorMeaning
{
    /// <summary>The person told the carrier to stop us.</summary>
    OptedOut,

    /// <summary>The number can't be texted at all.</summary>
    Unreachable,

    /// <summary>This message didn't arrive; the next may.</summary>
    NotThisTime,
}

/// <summary>Twilio's error codes that matter here (Twilio, "Error and Warning Dictionary"), and what email can come to.</summary>
public static class ErrorCodes
{
    /// <summary>Nobody has that address, or the provider won't try it any more.</summary>
    public const string Bounced = "bounced";

    /// <summary>The receiving server refused this one email.</summary>
    public const string Blocked = "blocked";

    /// <summary>The person marked an email as spam, or unsubscribed.</summary>
    public const string Unsubscribed = "unsubscribed";

    /// <summary>
    /// Whether a code tells of the account rather than of the person: 20003 refused, 30001 its queue is full, 30002 suspended, 30007
    /// filtered by the carrier, 30034 the sender isn't registered.
    /// </summary>
    public static bool IsOfTheAccount(string? code) => code is "20003" or "30001" or "30002" or "30007" or "30034";

    /// <summary>
    /// 21610: opted out. 21211, 21614: no number, or no mobile. 30005, 30006: unknown or a landline.
    /// All others (30003 handset off, 30007 filtered by the carrier, an account's own faults) concern this one message.
    /// </summary>
    public static ErrorMeaning MeaningOf(string code) => code switch
    {
        "21610" or Unsubscribed => ErrorMeaning.OptedOut,
        "21211" or "21614" or "30005" or "30006" or Bounced => ErrorMeaning.Unreachable,
        _ => ErrorMeaning.NotThisTime,
    };
}
