using ConnectingPeople.Domain;
using ConnectingPeople.Functions.Alerts;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Messaging;

/// <summary>
/// Takes what the provider tells of emails, in any order and number: what counts is when something happened, so that an event
/// which comes again or late undoes nothing.
/// </summary>
public sealed partial class EmailEvents(EmailHealth health, NoticePost notices, ParticipantEmailEvents participants, ILogger<EmailEvents> log)
{
    /// <summary>The key of <see cref="Email.About"/> that names a participant by their id.</summary>
    public const string Participant = "participant";

    /// <summary>The key of <see cref="Email.About"/> that names a message to a participant.</summary>
    public const string Message = "message";

    /// <summary>The key of <see cref="Email.About"/> that names a member of staff by their address.</summary>
    public const string Staff = "staff";

    /// <summary>The key of <see cref="Email.About"/> that names the alerts which the email tells of.</summary>
    public const string Alerts = "alerts";

    /// <summary>The key of <see cref="Email.About"/> that names the trace which the email belongs to.</summary>
    public const string Trace = "trace";

    private const int AtOnce = 8;

    /// <summary>Returns only when all is stored.</summary>
    public async Task TakeAsync(IReadOnlyList<EmailEvent> events, CancellationToken cancellation)
    {
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(
            events.Where(news => news.About.ContainsKey(Staff)).GroupBy(news => news.About[Staff].ToLowerInvariant()),
            parallel,
            async (news, ending) => await TakeAsync(news.Key, [.. news], ending));
        await Parallel.ForEachAsync(
            events.Where(news => news.About.ContainsKey(Participant)).GroupBy(news => news.About[Participant]),
            parallel,
            async (news, ending) => await TakeInOrderAsync(news.OrderBy(item => item.At), ending));
    }

    /// <summary>News of one person change one state, so they are taken one after another.</summary>
    private async Task TakeInOrderAsync(IEnumerable<EmailEvent> news, CancellationToken cancellation)
    {
        foreach (EmailEvent item in news)
        {
            if (!await participants.TakeAsync(item, cancellation))
            {
                LogUnknown(item.EventId);
            }
        }
    }

    private async Task TakeAsync(string staff, IReadOnlyList<EmailEvent> news, CancellationToken cancellation)
    {
        EmailEvent? failed = news.Where(MeansThatTheAddressFails).MaxBy(item => item.At);
        EmailEvent? delivered = news.Where(item => item.Kind == EmailEventKind.Delivered).MaxBy(item => item.At);
        if (failed is not null || delivered is not null)
        {
            await health.NoteAsync(staff, failed is null ? null : (failed.At, Why(failed)), delivered?.At, cancellation);
        }

        foreach (EmailEvent lost in news.Where(item => item.Kind is EmailEventKind.Bounced or EmailEventKind.Dropped or EmailEventKind.Blocked))
        {
            await notices.BouncedAsync(lost.About.GetValueOrDefault(Alerts, ""), staff, cancellation);
        }
    }

    private static bool MeansThatTheAddressFails(EmailEvent news) =>
        news.Kind is EmailEventKind.Bounced or EmailEventKind.Dropped or EmailEventKind.SpamReport or EmailEventKind.Unsubscribed;

    private static string Why(EmailEvent failed)
    {
        string kind = Words.Of(failed.Kind);
        return failed.Reason is { Length: > 0 } reason ? $"{kind}: {reason}" : kind;
    }

    [LoggerMessage(LogLevel.Error, "The email event {Event} names no participant and message, so it was left out.")]
    private partial void LogUnknown(string @event);
}
