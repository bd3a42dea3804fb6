using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Operations;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Replies;

/// <summary>Takes a message from a person once, whoever else may be taking it at the same time: load, decide, save.</summary>
public sealed class MessageTaking(ParticipantStore participants, ParticipantChanges changes)
{
    private const int MaxRaces = 10;

    /// <param name="id">Whose message it is.</param>
    /// <param name="sms">The message.</param>
    /// <param name="decide">Decides on the person as stored; null leaves the message alone.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>
    /// Null when nobody has that id, or the message was left alone; else the answer, and the change where it was made here.
    /// </returns>
    /// <exception cref="IOException">The race was lost again and again.</exception>
    public async Task<TakenMessage?> TakeAsync(ParticipantId id, Inbound sms, Func<Participant, Decision?> decide, CancellationToken cancellation)
    {
        for (int races = 0; races < MaxRaces; races++)
        {
            if (await participants.LoadAsync(id, cancellation) is not { } before || decide(before.Person) is not { } decision)
            {
                return null;
            }

            StudyTrace.LinkTo(before.Trace);
            if (await changes.SaveAsync(before, decision, cancellation) is { } change)
            {
                return new TakenMessage(new RecordedReply(change.Decision.Reply, change.Decision.Heard!.CheckIn), change);
            }

            if (await participants.ReplyToAsync(id, sms.ProviderId, cancellation) is { } recorded)
            {
                return new TakenMessage(recorded, null);
            }
        }

        throw new IOException($"{id} changed {MaxRaces} times while a message was taken. It is found again in the provider's log.");
    }
}

/// <summary>A message that is stored.</summary>
/// <param name="Reply">The answer to it.</param>
/// <param name="Change">What storing it changed; null when somebody else stored it.</param>
public sealed record TakenMessage(RecordedReply Reply, Change? Change);
