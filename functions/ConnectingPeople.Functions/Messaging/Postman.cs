using Azure.Storage.Queues;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.CheckIns;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Privacy;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Messaging;

/// <summary>Does what follows a stored decision: calls the provider with what it claimed and records the outcome.</summary>
public sealed class Postman(
    ContactStore contacts, ParticipantChanges changes, ITextMessages provider, CheckInPost emails, FormLinks links, Study study, StorageClients clients)
{
    private static readonly Duration WhenUnreadable = Duration.FromMinutes(15);

    /// <summary>Sends what the decision claimed and hands to the queue what it set aside.</summary>
    public async Task FollowAsync(Change change, CancellationToken cancellation)
    {
        foreach (string message in change.Decision.Enqueue)
        {
            BinaryData body = BinaryData.FromObjectAsJson(new OutboxMessage(change.After.Person.Id.Text, message));
            await clients.Queue("outbox").SendMessageAsync(body, cancellationToken: cancellation);
        }

        if (change.Decision.Send.Count > 0)
        {
            await SendAsync(change, cancellation);
        }
    }

    private async Task SendAsync(Change change, CancellationToken cancellation)
    {
        Participant person = change.After.Person;
        (Contact? contact, SendResult? instead) = await ContactOfAsync(person.Id, cancellation);
        Stored current = change.After;
        foreach (Outgoing message in change.Decision.Send)
        {
            SendResult result = instead ?? (message.Way == Way.Email
                ? await emails.SendAsync(person, contact, message, cancellation)
                : await SendTextAsync(person, contact, message, cancellation));
            current = await RecordAsync(current, message, result, cancellation);
        }
    }

    /// <summary>Whom the messages go to. While a key of the contact store is missing they wait: the person is there, and somebody can mend it.</summary>
    private async Task<(Contact? Contact, SendResult? Instead)> ContactOfAsync(ParticipantId id, CancellationToken cancellation)
    {
        try
        {
            return (await contacts.GetAsync(id, cancellation), null);
        }
        catch (UnreadableContactException e)
        {
            contacts.Report(e, id);
            return (null, new SendResult.TryLater(WhenUnreadable));
        }
    }

    private async Task<SendResult> SendTextAsync(Participant person, Contact? contact, Outgoing message, CancellationToken cancellation)
    {
        Instant now = changes.Now;
        return contact?.Phone is { } phone
            ? await provider.SendAsync(
                person.Id, message.Id, phone, Said(person.Id, contact, message), Sending.LeavesBy(message, person, now, study) - now, cancellation)
            : new SendResult.Refused("no-number");
    }

    /// <summary>A text message as the person reads it.</summary>
    public string Said(ParticipantId id, Contact contact, Outgoing message) =>
        links.PutInto(FirstName.PutInto(message.Text, FirstName.Of(contact.Name)), id, message.CheckIn);

    /// <summary>Writes down what the provider said: on the state just stored, or, when that moved on, on what it is now.</summary>
    public async Task<Stored> RecordAsync(Stored current, Outgoing message, SendResult result, CancellationToken cancellation)
    {
        Decision Record(Participant person, Instant now) => person.Outbox.Any(waiting => waiting.Id == message.Id)
            ? Sending.Record(new Decision(person), message, result, now)
            : new Decision(person);

        Change? change = await changes.SaveAsync(current, Record(current.Person, changes.Now), cancellation)
            ?? await changes.ChangeAsync(current.Person.Id, Record, cancellation);
        return change?.After ?? current;
    }
}

/// <summary>A message that the outbox function is to try.</summary>
public sealed record OutboxMessage(string Participant, string Message);
