using System.Net.Http.Headers;

namespace ConnectingPeople.Simulator.Twilio;

/// <summary>Posts a signed form to the study, as Twilio does.</summary>
public sealed class Webhooks(SimulatorOptions options, IHttpClientFactory http)
{
    public const string Client = "webhooks";

    /// <summary>How long Twilio waits for an answer (https://www.twilio.com/docs/usage/webhooks).</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <returns>The answer's text, or in <c>Trouble</c> why there is none, in words for the page.</returns>
    public async Task<(string Answer, string? Trouble)> PostAsync(Uri url, IReadOnlyDictionary<string, string> form, CancellationToken cancellation)
    {
        using HttpClient client = http.CreateClient(Client);
        using HttpRequestMessage request = new(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add(Signature.Header, Signature.Of(url, form, options.AuthToken));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("TwilioProxy", "1.1"));
        try
        {
            using HttpResponseMessage response = await client.SendAsync(request, cancellation);
            string answer = await response.Content.ReadAsStringAsync(cancellation);
            return (answer, response.IsSuccessStatusCode ? null : $"{(int)response.StatusCode}");
        }
        catch (HttpRequestException)
        {
            return ("", "no answer");
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return ("", $"no answer in {Patience.TotalSeconds:0} seconds");
        }
    }
}
