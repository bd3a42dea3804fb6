namespace ConnectingPeople.Functions.Messaging;

/// <summary>What can become of an email.</summary>
public enum EmailEventKind
{
    /// <summary>The receiving server took it.</summary>
    Delivered,

    /// <summary>The receiving server refused it for good: nobody has the address.</summary>
    Bounced,

    /// <summary>The receiving server refused it this time, for reasons that may pass.</summary>
    Blocked,

    /// <summary>The provider didn't even try, most often because the address bounced or complained before.</summary>
    Dropped,

    /// <summary>The person marked it as spam.</summary>
    SpamReport,

    /// <summary>The person doesn't want email from us.</summary>
    Unsubscribed,

    /// <summary>The receiving server asked to come again; the provider does.</summary>
    Deferred,
}
