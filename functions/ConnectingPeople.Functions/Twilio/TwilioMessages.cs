using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Messaging;
using ConnectingPeople.Functions.Operations;
using Microsoft.Extensions.Options;

namespace ConnectingPeople.Functions.Twilio;

/// <summary>Twilio's Messages resource (Programmable Messaging, API version 2010-04-01).</summary>
public sealed class TwilioMessages(HttpClient http, IOptions<TwilioOptions> options, IOptions<SiteOptions> site, StudyMetrics metrics) : ITextMessages
{
    /// <summary>The longest that Twilio keeps a message in its queue, and what it takes unless told otherwise (Twilio, error 90007).</summary>
    private const long MaxValiditySeconds = 36_000;

    private static readonly Duration WhenAccountIsAtFault = Duration.FromMinutes(15);
    private static readonly Duration WhenBusy = Duration.FromMinutes(1);

    private string Resource => $"2010-04-01/Accounts/{options.Value.AccountSid}/Messages.json";

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(
        ParticipantId? id, string messageId, string to, string text, Duration? leavesWithin, CancellationToken cancellation)
    {
        TwilioOptions account = options.Value;
        Dictionary<string, string> form = new()
        {
            ["To"] = to,
            ["Body"] = text,
        };
        if (id is { } participant)
        {
            string trace = StudyTrace.Current is { } current ? $"&{StudyTrace.Parameter}={current}" : "";
            form["StatusCallback"] = $"{site.Value.Root}/webhooks/twilio/status?participant={participant}&message={Uri.EscapeDataString(messageId)}{trace}";
        }

        if (leavesWithin is { } within)
        {
            form["ValidityPeriod"] = Math.Clamp((long)within.TotalSeconds, 1, MaxValiditySeconds).ToString(CultureInfo.InvariantCulture);
        }

        bool hasService = account.MessagingServiceSid.Length > 0;
        form[hasService ? "MessagingServiceSid" : "From"] = hasService ? account.MessagingServiceSid : account.From;
        SendResult result = await SendAsync(form, cancellation);
        metrics.Answered("twilio", result);
        return result;
    }

    /// <inheritdoc/>
    public async Task<FoundMessage> FindAsync(string to, string text, IReadOnlySet<string> known, CancellationToken cancellation)
    {
        try
        {
            MessageList? list = await http.GetFromJsonAsync<MessageList>($"{Resource}?To={Uri.EscapeDataString(to)}&PageSize=100", cancellation);
            TwilioMessage? ours = list?.Messages?.FirstOrDefault(message =>
                message.Body == text && message.Direction == "outbound-api" && !known.Contains(message.Sid));
            return new FoundMessage(CanTell: list?.Messages is not null, ours?.Sid);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or Polly.ExecutionRejectedException or JsonException
            && !cancellation.IsCancellationRequested)
        {
            return new FoundMessage(CanTell: false, null);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReceivedMessage> ReceivedAsync(Instant since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string day = since.InUtc().Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
        string to = options.Value.MessagingServiceSid.Length > 0 ? "" : $"&To={Uri.EscapeDataString(options.Value.From)}";
        string? page = $"{Resource}?DateSent%3E={day}&PageSize=500{to}";
        while (page is not null)
        {
            MessageList? list = await http.GetFromJsonAsync<MessageList>(page, cancellation);
            foreach (TwilioMessage message in list?.Messages ?? [])
            {
                if (message is { Direction: "inbound", From: { } from })
                {
                    yield return new ReceivedMessage(message.Sid, from, message.Body ?? "", message.MediaCount, message.At);
                }
            }

            page = list?.Next?.TrimStart('/');
        }
    }

    /// <summary>Whether the request certainly never reached Twilio, so that trying again can't send twice.</summary>
    public static bool NeverArrived(HttpRequestException e) =>
        e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;

    /// <summary>How Twilio knows the account: HTTP Basic of sid and token.</summary>
    public static AuthenticationHeaderValue Credentials(TwilioOptions account) =>
        new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{account.AccountSid}:{account.AuthToken}")));

    private async Task<SendResult> SendAsync(Dictionary<string, string> form, CancellationToken cancellation)
    {
        try
        {
            using HttpRequestMessage request = new(HttpMethod.Post, Resource) { Content = new FormUrlEncodedContent(form) };
            using HttpResponseMessage response = await http.SendAsync(request, cancellation);
            return await ReadAsync(response, cancellation);
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

    private static async Task<SendResult> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.IsSuccessStatusCode)
        {
            TwilioMessage? message = await ReadAsync<TwilioMessage>(response, cancellation);
            return message is { Sid.Length: > 0 } ? new SendResult.Accepted(message.Sid) : new SendResult.Unknown();
        }

        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            TimeSpan? after = response.Headers.RetryAfter?.Delta;
            return new SendResult.TryLater(after is { } told ? Duration.FromTimeSpan(told) : WhenBusy);
        }

        if ((int)response.StatusCode >= 500)
        {
            return new SendResult.Unknown();
        }

        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
        {
            return new SendResult.TryLater(WhenAccountIsAtFault);
        }

        TwilioError? error = await ReadAsync<TwilioError>(response, cancellation);
        return new SendResult.Refused((error?.Code ?? (int)response.StatusCode).ToString(CultureInfo.InvariantCulture));
    }

    /// <returns>Null for what isn't Twilio's JSON: a proxy on the way may answer as well.</returns>
    private static async Task<T?> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellation)
        where T : class
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<T>(cancellation);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
