using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Mail;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Functions.Messaging;
using ConnectingPeople.Functions.Operations;
using Microsoft.Extensions.Options;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace ConnectingPeople.Functions.SendGrid;

/// <summary>SendGrid's mail/send (Web API v3) through its own client, which retries nothing by itself when it is given an HTTP client.</summary>
public sealed class SendGridEmails(HttpClient http, IOptions<SendGridOptions> options, StudyMetrics metrics, IClock clock) : IEmailMessages
{
    private static readonly Duration WhenAccountIsAtFault = Duration.FromMinutes(15);
    private static readonly Duration WhenBusy = Duration.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(Email email, CancellationToken cancellation)
    {
        SendResult result = await TryAsync(email, cancellation);
        metrics.Answered("sendgrid", result);
        return result;
    }

    private async Task<SendResult> TryAsync(Email email, CancellationToken cancellation)
    {
        SendGridClient client = new(http, new SendGridClientOptions { ApiKey = options.Value.ApiKey, Host = options.Value.BaseUrl });
        try
        {
            Response response = await client.SendEmailAsync(MessageOf(email), cancellation);
            using HttpContent body = response.Body;
            return Read(response);
        }
        catch (HttpRequestException e) when (NeverArrived(e))
        {
            return new SendResult.TryLater(WhenBusy);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or Polly.ExecutionRejectedException or IOException
            && !cancellation.IsCancellationRequested)
        {
            return new SendResult.Unknown();
        }
    }

    private SendGridMessage MessageOf(Email email)
    {
        MailAddress from = new(options.Value.From);
        SendGridMessage message = new()
        {
            From = new EmailAddress(from.Address, from.DisplayName.Length > 0 ? from.DisplayName : null),
            Subject = email.Subject,
            PlainTextContent = email.Text,
            HtmlContent = email.Html,
            CustomArgs = email.About.ToDictionary(),
            Headers = email.Headers?.ToDictionary(),
        };
        message.AddTo(new EmailAddress(email.To));
        LeaveLinksAlone(message);
        return message;
    }

    /// <summary>Links hold tokens: rewritten ones would pass through, and stay in, somebody else's logs. Whatever the account's own settings are.</summary>
    private static void LeaveLinksAlone(SendGridMessage message)
    {
        message.SetClickTracking(enable: false, enableText: false);
        message.SetOpenTracking(enable: false, substitutionTag: null);
        message.SetGoogleAnalytics(enable: false);
        message.SetSubscriptionTracking(enable: false);
    }

    private SendResult Read(Response response) => (int)response.StatusCode switch
    {
        >= 200 and < 300 => response.Headers.TryGetValues("X-Message-Id", out IEnumerable<string>? ids) && ids.FirstOrDefault() is { Length: > 0 } id
            ? new SendResult.Accepted(id)
            : new SendResult.Unknown(),
        500 or 502 or 503 => new SendResult.TryLater(PauseOf(response.Headers)), // An error answer is no acceptance; its own clients try such again.
        429 => new SendResult.TryLater(PauseOf(response.Headers)),
        401 or 403 or 404 => new SendResult.TryLater(WhenAccountIsAtFault),
        >= 400 and < 500 => new SendResult.Refused(((int)response.StatusCode).ToString(CultureInfo.InvariantCulture)),
        _ => new SendResult.Unknown(),
    };

    /// <summary>How long to wait, as <c>Retry-After</c> tells, or <c>X-RateLimit-Reset</c>: the second, since 1970, from which on mail is taken again.</summary>
    private Duration PauseOf(HttpResponseHeaders headers)
    {
        double? told = headers.RetryAfter?.Delta is { } delta ? delta.TotalSeconds
            : headers.TryGetValues("X-RateLimit-Reset", out IEnumerable<string>? resets)
                && long.TryParse(resets.First(), NumberStyles.None, CultureInfo.InvariantCulture, out long reset)
                ? reset - clock.GetCurrentInstant().ToUnixTimeSeconds()
            : null;
        return told is > 0 and { } seconds ? Duration.FromSeconds(Math.Min(seconds, LongestPause.TotalSeconds)) : WhenBusy;
    }

    /// <summary>Whether the request certainly never reached SendGrid, so that trying again can't send twice.</summary>
    private static bool NeverArrived(HttpRequestException e) =>
        e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;
}
