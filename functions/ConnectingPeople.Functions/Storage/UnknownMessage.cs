namespace ConnectingPeople.Functions.Storage;

/// <summary>What somebody wrote from a number that nobody is enrolled with.</summary>
/// <param name="Id">The provider's, unique.</param>
/// <param name="At">When it came.</param>
/// <param name="MayMeanDanger">Whether its words worried the study's definition.</param>
/// <param name="Number">Null where it can't be opened.</param>
/// <param name="Text">Null where it can't be opened.</param>
/// <param name="LookedAfter">Since when an administrator looks after it; null while nobody does.</param>
/// <param name="LookedAfterBy">That administrator's email; null while nobody does.</param>
/// <param name="IsUnanswered">Whether it came while the app was away, and was found when it was too late for an answer.</param>
public sealed record UnknownMessage(
    string Id, Instant At, bool MayMeanDanger, string? Number, string? Text, Instant? LookedAfter, string? LookedAfterBy, bool IsUnanswered)
{
    /// <summary>Whether a human must look at it who hasn't yet.</summary>
    public bool IsWaiting => MayMeanDanger && LookedAfter is null;
}
