using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Messaging;

/// <summary>
/// Tries a message that failed, lingers or had to wait. Asks again, at the moment of sending, whether the person may be written
/// to; and where an earlier try may have gone through, asks the provider's own list first; for an email, of which there is no list, it stays at that try.
/// </summary>
public sealed class SendMessage(ParticipantStore participants, ContactStore contacts, ParticipantChanges changes, Postman postman, ITextMessages provider, Study study)
{
    [Function(nameof(SendMessage))]
    public async Task RunAsync([QueueTrigger("outbox")] OutboxMessage wanted, CancellationToken cancellation)
    {
        if (!ParticipantId.TryParse(wanted.Participant, out ParticipantId id))
        {
            throw new FormatException($"The outbox message names no participant: '{wanted.Participant}'.");
        }

        Stored? stored = await participants.LoadAsync(id, cancellation);
        if (stored?.Person.Outbox.FirstOrDefault(message => message.Id == wanted.Message) is not { } message)
        {
            return;
        }

        if (message.ClaimedAt is { } claimedAt)
        {
            bool lingers = claimedAt + Outbox.LingersAfter <= changes.Now;
            if (!lingers || !await CertainlyWasNotSentAsync(stored, message, cancellation))
            {
                return;
            }
        }

        if (await changes.ChangeAsync(id, (person, now) => Claim(person, wanted.Message, now), cancellation) is { } change)
        {
            await postman.FollowAsync(change, cancellation);
        }
    }

    private Decision Claim(Participant person, string messageId, Instant now) =>
        person.Outbox.FirstOrDefault(message => message.Id == messageId) is { } message
        && (message.ClaimedAt is null || message.ClaimedAt + Outbox.LingersAfter <= now)
            ? Sending.Claim(new Decision(person), message, now, study)
            : new Decision(person);

    /// <summary>No list tells of an email: it isn't sent again, and is given up once nobody wants it any more.</summary>
    private static Decision Leave(Participant person, Outgoing message, Instant now) => message.ExpiresAt <= now
        ? Sending.GiveUp(new Decision(person), message, now)
        : Sending.LeaveUnknown(new Decision(person), message);

    private async Task<bool> CertainlyWasNotSentAsync(Stored stored, Outgoing message, CancellationToken cancellation)
    {
        ParticipantId id = stored.Person.Id;
        if ((await participants.MessageAsync(id, message.Id, cancellation))?.GetString("ProviderId") is { } reported)
        {
            await postman.RecordAsync(stored, message, new SendResult.Accepted(reported), cancellation);
            return false; // A delivery report was quicker than we: the provider has it.
        }

        if (message.Way == Way.Email)
        {
            await changes.ChangeAsync(id, (person, now) => Leave(person, message, now), cancellation);
            return false;
        }

        Contact? contact = await contacts.GetIfPossibleAsync(id, cancellation);
        if (contact?.Phone is not { } phone)
        {
            return contact is not null || !await contacts.HasAsync(id, cancellation); // One that can't be read now leaves the message where it is.
        }

        FoundMessage found = await provider.FindAsync(phone, postman.Said(id, contact, message), await participants.ProviderIdsAsync(id, cancellation), cancellation);
        if (found.ProviderId is { } providerId)
        {
            await postman.RecordAsync(stored, message, new SendResult.Accepted(providerId), cancellation);
        }
        else if (!found.CanTell && message.ExpiresAt <= changes.Now)
        {
            await changes.ChangeAsync(id, (person, now) => Sending.GiveUp(new Decision(person), message, now), cancellation);
        }

        return found is { CanTell: true, ProviderId: null };
    }
}
