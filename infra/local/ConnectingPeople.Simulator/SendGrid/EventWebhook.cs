using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ConnectingPeople.Simulator.Study;
using ConnectingPeople.Simulator.Twilio;

namespace ConnectingPeople.Simulator.SendGrid;

/// <summary>Posts signed events to the study, as SendGrid does.</summary>
public sealed class EventWebhook(SimulatorOptions options, StudyAddress study, StudyClock clock, IHttpClientFactory http)
{
    /// <summary>SendGrid tries for a day; here the study's clock may have been moved on between signing and posting, which passes soon.</summary>
    private const int Tries = 5;

    /// <returns>Null when the study took them, or why it didn't, in words for the page.</returns>
    public async Task<string?> PostAsync(JsonArray events, CancellationToken cancellation)
    {
        string? trouble = null;
        for (int tries = 0; tries < Tries; tries++)
        {
            trouble = await TryAsync(events.ToJsonString() + "\r\n", cancellation);
            if (trouble is null)
            {
                break;
            }
        }

        return trouble;
    }

    private async Task<string?> TryAsync(string body, CancellationToken cancellation)
    {
        string timestamp = (await clock.NowAsync(cancellation)).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using HttpClient client = http.CreateClient(Webhooks.Client);
        using HttpRequestMessage request = new(HttpMethod.Post, study.For("/webhooks/sendgrid/events"))
        {
            Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json")),
        };
        request.Headers.Add(EventSignature.TimestampHeader, timestamp);
        request.Headers.Add(EventSignature.Header, EventSignature.Of(body, timestamp, options.EventKey));
        request.Headers.UserAgent.ParseAdd("SendGrid Event API");
        try
        {
            using HttpResponseMessage response = await client.SendAsync(request, cancellation);
            return response.IsSuccessStatusCode ? null : $"{(int)response.StatusCode}";
        }
        catch (HttpRequestException)
        {
            return "no answer";
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return $"no answer in {Webhooks.Patience.TotalSeconds:0} seconds";
        }
    }
}
