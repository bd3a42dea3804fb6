using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Replies;

/// <summary>Takes messages from numbers that nobody is enrolled with: all are kept, and one that worries is logged for a human to look at.</summary>
public sealed partial class StrangerMessages(
    UnknownNumbers unknown, ForgottenNumbers forgotten, Study study, IClock clock, ILogger<StrangerMessages> log)
{
    /// <summary>Takes a message that waits for its answer.</summary>
    /// <returns>The answer; null for silence.</returns>
    public async Task<string?> AnswerAsync(string from, Inbound sms, CancellationToken cancellation)
    {
        bool worries = Worries(sms);
        bool isFirst = await unknown.NoteAsync(from, sms, worries, cancellation);
        MessageText? answer = worries ? study.Messages.Signposting : isFirst ? study.Messages.UnknownNumber : null;
        return answer?.In(study.Languages[0], new TextValues(""));
    }

    /// <summary>
    /// Which messages of the provider's log came from a stranger and were lost. What is kept isn't, nor what came before the number was
    /// forgotten, nor what wouldn't be kept any more.
    /// </summary>
    public async Task<IReadOnlyList<Inbound>> LostAsync(string from, IReadOnlyCollection<Inbound> written, CancellationToken cancellation)
    {
        IReadOnlySet<string> kept = await unknown.KeptAsync(from, cancellation);
        List<Inbound> lost = [];
        foreach (Inbound sms in written)
        {
            if (!kept.Contains(sms.ProviderId) && !IsOver(sms) && !await forgotten.IsForgottenSinceAsync(from, sms.At, cancellation))
            {
                lost.Add(sms);
            }
        }

        return lost;
    }

    /// <summary>
    /// Keeps a message that was lost. It isn't answered: the webhook's answer can't be given any more, and nothing would keep a message
    /// of its own from going twice. A human sees that it wasn't, and the next message from that number is answered like a first one.
    /// </summary>
    public async Task KeepAsync(string from, Inbound sms, CancellationToken cancellation)
    {
        await unknown.KeepAsync(from, sms, Worries(sms), isAnswered: false, cancellation);
        LogRecovered(sms.ProviderId);
    }

    private bool Worries(Inbound sms)
    {
        bool worries = study.Reader.Read(null, sms.Text, default).Risk;
        if (worries)
        {
            LogWorries(sms.ProviderId);
        }

        return worries;
    }

    private bool IsOver(Inbound sms) =>
        study.Retention is { Mode: RetentionMode.Delete } periods && sms.At <= RetentionDefinition.Before(clock.GetCurrentInstant(), periods.UnknownNumbers);

    [LoggerMessage(LogLevel.Error, "Message {Message} from a number that nobody is enrolled with holds words that may mean danger. Read it in the contact store.")]
    private partial void LogWorries(string message);

    [LoggerMessage(LogLevel.Warning, "Message {Message} came from a number that nobody is enrolled with while it couldn't be taken; it is kept now.")]
    private partial void LogRecovered(string message);
}
