using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;

namespace ConnectingPeople.Functions.Messaging;

/// <summary>The provider of text messages.</summary>
public interface ITextMessages
{
    /// <summary>Hands one message over. Never throws for what a provider or a network may do.</summary>
    /// <param name="id">Which participant it is for; delivery reports name them. Null for a member of staff, of whom none are asked for.</param>
    /// <param name="messageId">Ours; delivery reports name it.</param>
    /// <param name="to">A number in E.164.</param>
    /// <param name="text">1 to 1,600 characters.</param>
    /// <param name="leavesWithin">How long the provider may keep it in a queue of its own before it drops it; null for as long as it likes.</param>
    /// <param name="cancellation">Ends the wait, not the message.</param>
    Task<SendResult> SendAsync(
        ParticipantId? id, string messageId, string to, string text, Duration? leavesWithin, CancellationToken cancellation);

    /// <summary>Looks in the provider's own list for a message whose outcome got lost.</summary>
    /// <param name="to">A number in E.164.</param>
    /// <param name="text">What it said.</param>
    /// <param name="known">The provider's ids of messages that we have accounted for.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task<FoundMessage> FindAsync(string to, string text, IReadOnlySet<string> known, CancellationToken cancellation);

    /// <summary>What people have written, by the provider's own log, newest first.</summary>
    /// <param name="since">Nothing older; the log may give a day more.</param>
    /// <param name="cancellation">Ends the reading.</param>
    IAsyncEnumerable<ReceivedMessage> ReceivedAsync(Instant since, CancellationToken cancellation);
}

/// <summary>A message from a person in the provider's log.</summary>
public sealed record ReceivedMessage(string ProviderId, string From, string Text, int Media, Instant At)
{
    public override string ToString() => ProviderId;
}

/// <summary>What the provider's list says of a message.</summary>
/// <param name="CanTell">False when the list can't be read.</param>
/// <param name="ProviderId">The message's id there; null when it isn't there.</param>
public sealed record FoundMessage(bool CanTell, string? ProviderId);
