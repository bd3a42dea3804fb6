using System.Diagnostics;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Operations;

namespace ConnectingPeople.Functions.Messaging;

/// <summary>Takes what the provider tells of an email to a participant: as a delivery report, or as the person's wish to get no more.</summary>
public sealed class ParticipantEmailEvents(DeliveryReports reports)
{
    private const int MaxMessageId = 200;

    /// <returns>False for news that name nobody, or nothing that could be a message.</returns>
    public async Task<bool> TakeAsync(EmailEvent news, CancellationToken cancellation)
    {
        if (!ParticipantId.TryParse(news.About.GetValueOrDefault(EmailEvents.Participant), out ParticipantId id)
            || news.About.GetValueOrDefault(EmailEvents.Message) is not { Length: > 0 and <= MaxMessageId } message
            || message.Any(letter => letter is '/' or '\\' or '#' or '?' || char.IsControl(letter)))
        {
            return false;
        }

        if (ReportOf(news) is { } report)
        {
            using Activity? trace = StudyTrace.Continue("delivery report", news.About.GetValueOrDefault(EmailEvents.Trace), ActivityKind.Server, id, message);
            await reports.TakeAsync(id, message, report with { At = news.At, MayComeBack = true }, cancellation);
        }

        return true;
    }

    private static DeliveryReport? ReportOf(EmailEvent news) => news.Kind switch
    {
        EmailEventKind.Delivered => new DeliveryReport(DeliveryStatus.Delivered, news.ProviderId),
        EmailEventKind.Blocked => new DeliveryReport(DeliveryStatus.Undelivered, news.ProviderId, ErrorCodes.Blocked),
        EmailEventKind.SpamReport or EmailEventKind.Unsubscribed => new DeliveryReport(DeliveryStatus.Unsubscribed, news.ProviderId),
        EmailEventKind.Dropped when SaysNoMore(news.Reason) => new DeliveryReport(DeliveryStatus.Undelivered, news.ProviderId, ErrorCodes.Unsubscribed),
        EmailEventKind.Bounced or EmailEventKind.Dropped => new DeliveryReport(DeliveryStatus.Undelivered, news.ProviderId, ErrorCodes.Bounced),
        _ => null,
    };

    /// <summary>With these reasons SendGrid drops what goes to somebody who told it that they want no more.</summary>
    private static bool SaysNoMore(string? reason) =>
        reason is not null
        && (reason.StartsWith("Unsubscribed", StringComparison.OrdinalIgnoreCase) || reason.StartsWith("Spam Reporting", StringComparison.OrdinalIgnoreCase));
}
