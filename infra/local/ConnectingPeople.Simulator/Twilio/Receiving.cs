using System.Globalization;
using ConnectingPeople.Simulator.Cohort;
using ConnectingPeople.Simulator.Study;

namespace ConnectingPeople.Simulator.Twilio;

/// <summary>What a person writes: taken by Twilio, told to the study, and answered on the phone.</summary>
public sealed class Receiving(
    SimulatorOptions options, StudyAddress study, StudyClock clock, MessageLog log, OptOuts optOuts, Webhooks webhooks, Errands errands,
    CohortPlayer cohort, Later later)
{
    public const string WebhookPath = "/webhooks/twilio/messages";

    /// <returns>The message, with its <see cref="TwilioMessage.Trouble"/> if the study didn't take it.</returns>
    public async Task<TwilioMessage> FromPhoneAsync(string phone, string text, IReadOnlyList<Uri> media, CancellationToken cancellation)
    {
        Instant now = await clock.NowAsync(cancellation);
        TwilioMessage message = log.Add(new TwilioMessage
        {
            Direction = MessageDirection.Inbound,
            Status = MessageStatus.Received,
            From = phone,
            To = options.From,
            Body = text,
            Media = media,
            CreatedAt = now,
            UpdatedAt = now,
            SentAt = now,
        });
        if (optOuts.Obey(phone, text) is string confirmation)
        {
            log.Add(Reply(message, confirmation, now, blocked: false));
        }

        return await TellAsync(message, cancellation);
    }

    /// <summary>Tells the study of a message once more, under the same id, as Twilio's retries do.</summary>
    /// <returns>The message, or null if there is no such message from a phone.</returns>
    public async Task<TwilioMessage?> SendAgainAsync(string sid, CancellationToken cancellation) =>
        log.Find(sid) is { IsInbound: true } message ? await TellAsync(message, cancellation) : null;

    /// <summary>Lets a scripted person answer what their phone has just shown, at once or later.</summary>
    public void React(TwilioMessage shown)
    {
        if (!shown.IsOnPhone || cohort.ReplyTo(shown, log.Thread(shown.Phone)) is not { } reply)
        {
            return;
        }

        if (reply.After == Duration.Zero)
        {
            errands.Add(shown.Phone, AnswerAsync);
        }
        else
        {
            later.At(shown.UpdatedAt + reply.After, shown.Phone, AnswerAsync);
        }

        Task AnswerAsync(CancellationToken cancellation) => FromPhoneAsync(shown.Phone, reply.Text, [], cancellation);
    }

    private async Task<TwilioMessage> TellAsync(TwilioMessage message, CancellationToken cancellation)
    {
        (string answer, string? trouble) = await webhooks.PostAsync(study.For(WebhookPath), Form(message), cancellation);
        (IReadOnlyList<string> texts, string? fault) = trouble is null ? Twiml.Read(answer) : ([], null);
        TwilioMessage told = log.Change(message.Sid, m => m with { Trouble = trouble is null ? fault : $"not delivered to the study: {trouble}" });
        Instant now = await clock.NowAsync(cancellation);
        foreach (string text in texts)
        {
            React(log.Add(Reply(message, text, now, optOuts.IsBlocked(message.From))));
        }

        return told;
    }

    /// <summary>A reply in TwiML reaches nobody who has opted out, just as a sent message doesn't.</summary>
    private static TwilioMessage Reply(TwilioMessage to, string text, Instant now, bool blocked) => new()
    {
        Direction = MessageDirection.OutboundReply,
        Status = blocked ? MessageStatus.Failed : MessageStatus.Delivered,
        ErrorCode = blocked ? TwilioError.OptedOut.Code : null,
        From = to.To,
        To = to.From,
        Body = text,
        CreatedAt = now,
        UpdatedAt = now,
        SentAt = now,
    };

    private Dictionary<string, string> Form(TwilioMessage message)
    {
        Dictionary<string, string> form = new()
        {
            ["MessageSid"] = message.Sid,
            ["SmsSid"] = message.Sid,
            ["SmsMessageSid"] = message.Sid,
            ["AccountSid"] = options.AccountSid,
            ["ApiVersion"] = "2010-04-01",
            ["SmsStatus"] = message.Status.Word(),
            ["From"] = message.From,
            ["FromCountry"] = "GB",
            ["To"] = message.To,
            ["ToCountry"] = "GB",
            ["Body"] = message.Body,
            ["NumMedia"] = message.Media.Count.ToString(CultureInfo.InvariantCulture),
            ["NumSegments"] = Segments.Count(message.Body).ToString(CultureInfo.InvariantCulture),
        };
        for (int i = 0; i < message.Media.Count; i++)
        {
            form[$"MediaUrl{i}"] = message.Media[i].OriginalString;
            form[$"MediaContentType{i}"] = "image/jpeg";
        }

        if (optOuts.TypeOf(message.Body) is string optOutType)
        {
            form["OptOutType"] = optOutType;
        }

        return form;
    }
}
