using System.Text.Json.Nodes;
using ConnectingPeople.Simulator.Study;

namespace ConnectingPeople.Simulator.SendGrid;

/// <summary>Tells the study what became of an email.</summary>
public sealed class EmailEvents(StudyClock clock, StudyAddress study, EventWebhook webhook, Inboxes inboxes)
{
    public const string Delivered = "delivered";
    public const string Bounce = "bounce";

    /// <summary>What the page's buttons tell.</summary>
    public static IReadOnlyList<(string Kind, string Words)> Told { get; } =
        [(Delivered, "Delivered"), (Bounce, "Bounce"), ("spamreport", "Spam report")];

    /// <param name="email">As it lies in its inbox.</param>
    /// <param name="kind">In SendGrid's words; <c>blocked</c> is its bounce of that type.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <param name="at">When it happened; null for now.</param>
    /// <returns>The email after that.</returns>
    public async Task<Email> TellAsync(Email email, string kind, CancellationToken cancellation, Instant? at = null)
    {
        if (study.Url is null)
        {
            return email;
        }

        JsonObject item = EventOf(email, kind, at ?? await clock.NowAsync(cancellation));
        string? trouble = await webhook.PostAsync([item], cancellation);
        return inboxes.Change(email, known => trouble is null
            ? known with { Events = [.. known.Events, kind], Trouble = null }
            : known with { Trouble = $"The study didn't take the event “{kind}”: {trouble}" });
    }

    /// <summary>An event as SendGrid words it; what the sender wanted back stands beside its own fields.</summary>
    public static JsonObject EventOf(Email email, string kind, Instant at)
    {
        JsonObject item = [];
        foreach ((string name, string value) in email.About)
        {
            item[name] = value;
        }

        item["email"] = email.To;
        item["timestamp"] = at.ToUnixTimeSeconds();
        item["smtp-id"] = $"<{email.MessageId}@geopod-ismtpd-1>";
        item["event"] = kind is "blocked" ? Bounce : kind;
        item["sg_event_id"] = $"{Guid.NewGuid():N}"[..22];
        item["sg_message_id"] = $"{email.MessageId}.recvd-5c9f-0";
        foreach ((string name, string value) in MoreOf(kind))
        {
            item[name] = value;
        }

        return item;
    }

    private static IEnumerable<(string Name, string Value)> MoreOf(string kind) => kind switch
    {
        Delivered => [("response", "250 OK")],
        Bounce => [("type", "bounce"), ("status", "5.1.1"), ("reason", "550 5.1.1 The email account that you tried to reach does not exist.")],
        "blocked" => [("type", "blocked"), ("status", "4.7.1"), ("reason", "421 4.7.1 Try again later.")],
        "dropped" => [("reason", "Bounced Address")],
        "deferred" => [("response", "451 4.3.2 Please try again later"), ("attempt", "1")],
        _ => [],
    };
}
