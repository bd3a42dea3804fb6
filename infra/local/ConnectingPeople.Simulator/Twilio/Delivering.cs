using System.Globalization;
using ConnectingPeople.Simulator.Study;

namespace ConnectingPeople.Simulator.Twilio;

/// <summary>Takes an accepted message to the phone, and tells the study each step.</summary>
public sealed class Delivering(SimulatorOptions options, StudyClock clock, MessageLog log, Webhooks webhooks, Receiving receiving)
{
    /// <param name="undelivered">The error code it ends with, or null if it arrives.</param>
    public async Task DeliverAsync(string sid, int? undelivered, CancellationToken cancellation)
    {
        await StepAsync(sid, MessageStatus.Queued, null, cancellation);
        await StepAsync(sid, MessageStatus.Sent, null, cancellation);
        MessageStatus end = undelivered is null ? MessageStatus.Delivered : MessageStatus.Undelivered;
        receiving.React(await StepAsync(sid, end, undelivered, cancellation));
    }

    /// <summary>Posts a status of a message, whatever its present one: late and repeated callbacks happen.</summary>
    public async Task<TwilioMessage> TellAsync(TwilioMessage message, MessageStatus status, int? errorCode, CancellationToken cancellation)
    {
        if (message.StatusCallback is not { } url)
        {
            return message;
        }

        (_, string? trouble) = await webhooks.PostAsync(url, Form(message, status, errorCode), cancellation);
        return trouble is null
            ? message
            : log.Change(message.Sid, m => m with { Trouble = $"the study didn't take the status “{status.Word()}”: {trouble}" });
    }

    private async Task<TwilioMessage> StepAsync(string sid, MessageStatus status, int? errorCode, CancellationToken cancellation)
    {
        Instant now = await clock.NowAsync(cancellation);
        TwilioMessage message = log.Change(sid, m => m with
        {
            Status = status,
            ErrorCode = errorCode,
            UpdatedAt = now,
            SentAt = status == MessageStatus.Queued ? null : m.SentAt ?? now,
        });
        return await TellAsync(message, status, errorCode, cancellation);
    }

    private Dictionary<string, string> Form(TwilioMessage message, MessageStatus status, int? errorCode)
    {
        Dictionary<string, string> form = new()
        {
            ["MessageSid"] = message.Sid,
            ["SmsSid"] = message.Sid,
            ["AccountSid"] = options.AccountSid,
            ["ApiVersion"] = "2010-04-01",
            ["From"] = message.From,
            ["To"] = message.To,
            ["MessageStatus"] = status.Word(),
            ["SmsStatus"] = status.Word(),
        };
        if (message.MessagingServiceSid is { } service)
        {
            form["MessagingServiceSid"] = service;
        }

        if (errorCode is { } code)
        {
            form["ErrorCode"] = code.ToString(CultureInfo.InvariantCulture);
        }

        return form;
    }
}
