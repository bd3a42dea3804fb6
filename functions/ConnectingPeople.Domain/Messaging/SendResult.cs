namespace ConnectingPeople.Domain.Messaging;

/// <summary>What the provider said to a message.</summary>
public abstract record SendResult
{
    private SendResult()
    {
    }

    /// <summary>It took the message, under its own id.</summary>
    public sealed record Accepted(string ProviderId) : SendResult;

    /// <summary>It certainly didn't take it, and may later; not before <paramref name="After"/>.</summary>
    public sealed record TryLater(Duration After) : SendResult;

    /// <summary>It won't take it, for the reason that <paramref name="Code"/> tells.</summary>
    public sealed record Refused(string Code) : SendResult;

    /// <summary>Nobody can tell whether it took it: the answer got lost.</summary>
    public sealed record Unknown : SendResult;
}
