using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Replies;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Messaging;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Replies;

/// <summary>
/// Finds in the provider's own log what people wrote while the app couldn't take it, and takes it now. What is stored already
/// changes nothing.
/// </summary>
public sealed partial class ReconcileReplies(
    ITextMessages provider, ContactStore contacts, ParticipantStore participants, ParticipantChanges changes, MessageTaking messages,
    Postman postman, Study study, ILogger<ReconcileReplies> log)
{
    /// <summary>How far back the log is read: longer than any outage that somebody would sleep through.</summary>
    private static readonly Duration LooksBack = Duration.FromDays(3);

    [Function(nameof(ReconcileReplies))]
    public async Task RunAsync([TimerTrigger("%ReconcileSchedule%")] TimerInfo timer, CancellationToken cancellation)
    {
        List<ReceivedMessage> received = await provider.ReceivedAsync(changes.Now - LooksBack, cancellation).ToListAsync(cancellation);
        foreach (IGrouping<string, ReceivedMessage> from in received.GroupBy(message => message.From))
        {
            if (await contacts.FindAsync(from.Key, cancellation) is { } caller)
            {
                await RecoverAsync(caller.Id, [.. from.Reverse().OrderBy(message => message.At)], cancellation);
            }
        }
    }

    private async Task RecoverAsync(ParticipantId id, ReceivedMessage[] received, CancellationToken cancellation)
    {
        List<ReceivedMessage> missing = [];
        foreach (ReceivedMessage message in received)
        {
            if (await participants.ReplyToAsync(id, message.ProviderId, cancellation) is null)
            {
                missing.Add(message);
            }
        }

        foreach (ReceivedMessage message in missing)
        {
            Inbound sms = new(message.ProviderId, message.Text, message.At, message.Media);
            bool isLast = message == missing[^1];
            await TakeAsync(id, sms, isLast, cancellation);
        }
    }

    /// <summary>Takes the message unless it is older than the enrolment.</summary>
    private async Task TakeAsync(ParticipantId id, Inbound sms, bool isLast, CancellationToken cancellation)
    {
        TakenMessage? taken = await messages.TakeAsync(
            id,
            sms,
            person => person.Profile.EnrolledAt <= sms.At ? Recovering.Decide(person, sms, isLast, changes.Now, study) : null,
            cancellation);
        if (taken?.Change is { } change)
        {
            LogRecovered(id.Text, sms.ProviderId);
            await postman.FollowAsync(change, cancellation);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Participant} wrote {Message} while it couldn't be taken; it is taken now.")]
    private partial void LogRecovered(string participant, string message);
}
