using System.Collections.Concurrent;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Replies;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Messaging;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Replies;

/// <summary>
/// Takes what is missing of the provider's log. One person's trouble is nobody else's: what can't be taken is tried again by the next
/// run, and all others' is taken now.
/// </summary>
public sealed partial class MessageRecovery(
    ContactStore contacts, ParticipantStore participants, ParticipantChanges changes, MessageTaking messages,
    StrangerMessages strangers, Postman postman, Study study, ILogger<MessageRecovery> log)
{
    /// <summary>Messages that couldn't be taken, by the provider's ids, as long as this instance lives.</summary>
    private readonly ConcurrentDictionary<string, bool> failedBefore = new();

    /// <summary>Takes what isn't stored yet.</summary>
    /// <param name="received">The log, newest first.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="AggregateException">Some couldn't be taken; the provider's log keeps them.</exception>
    public async Task RecoverAsync(IEnumerable<ReceivedMessage> received, CancellationToken cancellation)
    {
        List<Exception> failures = [];
        foreach (IGrouping<string, ReceivedMessage> from in received.GroupBy(message => message.From))
        {
            Inbound[] written =
                [.. from.Reverse().OrderBy(message => message.At).Select(message => new Inbound(message.ProviderId, message.Text, message.At, message.Media))];
            await TryAsync(written[^1].ProviderId, () => RecoverAsync(from.Key, written, failures, cancellation), failures, cancellation);
        }

        if (failures.Count > 0)
        {
            throw new AggregateException($"Messages couldn't be recovered (failures: {failures.Count}); the next run tries again.", failures);
        }
    }

    private async Task RecoverAsync(string from, Inbound[] written, List<Exception> failures, CancellationToken cancellation)
    {
        if (await contacts.FindAsync(from, cancellation) is not { } caller)
        {
            await KeepAsync(from, written, failures, cancellation);
            return;
        }

        List<Inbound> missing = await MissingAsync(caller.Id, written, cancellation);
        List<Inbound> strange = [];
        foreach (Inbound sms in missing)
        {
            bool isDone = await TryAsync(sms.ProviderId, TakeOrPutAsideAsync, failures, cancellation);
            if (!isDone && failedBefore.TryAdd(sms.ProviderId, true))
            {
                break; // What they wrote next may answer what the app says to this. It waits for one more try, and not for ever: it may be a cry for help.
            }

            async Task TakeOrPutAsideAsync() =>
                strange.AddRange(await TakeAsync(caller.Id, sms, sms == missing[^1], cancellation) ? [] : [sms]);
        }

        await KeepAsync(from, strange, failures, cancellation);
    }

    /// <summary>Keeps what a number wrote before anybody was enrolled with it, or since nobody is any more.</summary>
    private async Task KeepAsync(string from, IReadOnlyCollection<Inbound> written, List<Exception> failures, CancellationToken cancellation)
    {
        foreach (Inbound sms in written.Count == 0 ? [] : await strangers.LostAsync(from, written, cancellation))
        {
            await TryAsync(sms.ProviderId, () => strangers.KeepAsync(from, sms, cancellation), failures, cancellation);
        }
    }

    private async Task<List<Inbound>> MissingAsync(ParticipantId id, Inbound[] written, CancellationToken cancellation)
    {
        List<Inbound> missing = [];
        foreach (Inbound sms in written)
        {
            if (await participants.ReplyToAsync(id, sms.ProviderId, cancellation) is null)
            {
                missing.Add(sms);
            }
        }

        return missing;
    }

    /// <returns>False for a message that is older than the enrolment, or whose person never came to be or is gone: it is a stranger's.</returns>
    private async Task<bool> TakeAsync(ParticipantId id, Inbound sms, bool isLast, CancellationToken cancellation)
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

        return taken is not null;
    }

    /// <returns>Whether it went well.</returns>
    private async Task<bool> TryAsync(string message, Func<Task> recover, List<Exception> failures, CancellationToken cancellation)
    {
        try
        {
            await recover();
            return true;
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            LogFailed(e, message);
            failures.Add(e);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Participant} wrote {Message} while it couldn't be taken; it is taken now.")]
    private partial void LogRecovered(string participant, string message);

    [LoggerMessage(LogLevel.Error, "Message {Message} in the provider's log couldn't be recovered; the next run tries again.")]
    private partial void LogFailed(Exception e, string message);
}
