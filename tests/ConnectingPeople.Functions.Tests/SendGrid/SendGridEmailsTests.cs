using System.Net;
using System.Text.Json;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Functions.Messaging;
using ConnectingPeople.Functions.SendGrid;
using ConnectingPeople.Functions.Tests.Support;
using Microsoft.Extensions.Options;
using NodaTime.Testing;
using Polly.Timeout;

namespace ConnectingPeople.Functions.Tests.SendGrid;

/// <summary>Whatever comes back from the provider, or a proxy before it, is a result and no exception.</summary>
public sealed class SendGridEmailsTests
{
    private static readonly Email Digest = new(
        "pat@example.org", "Wer fehlt? – Zoë & Šárka", "Two people need you: https://study.example.org/alerts", "<p>Two people <b>need</b> you. 🎉</p>",
        new Dictionary<string, string> { ["staff"] = "pat@example.org" }, new Dictionary<string, string> { ["List-Unsubscribe"] = "<https://study.example.org/u>" });

    [Theory]
    [InlineData(202, "Accepted { ProviderId = abc }")]
    [InlineData(200, "Accepted { ProviderId = abc }")]
    [InlineData(302, "Unknown { }")]
    [InlineData(400, "Refused { Code = 400 }")]
    [InlineData(413, "Refused { Code = 413 }")]
    [InlineData(401, "TryLater { After = 0:00:15:00 }")]
    [InlineData(403, "TryLater { After = 0:00:15:00 }")]
    [InlineData(404, "TryLater { After = 0:00:15:00 }")]
    [InlineData(429, "TryLater { After = 0:00:01:00 }")]
    [InlineData(500, "TryLater { After = 0:00:01:00 }")]
    [InlineData(503, "TryLater { After = 0:00:01:00 }")]
    [InlineData(504, "Unknown { }")]
    public async Task An_answer_is_understood(int status, string expected) =>
        Assert.Equal(expected, (await SendAsync(Answering(status, ("X-Message-Id", "abc")))).ToString());

    [Fact]
    public async Task An_acceptance_without_an_id_may_be_a_proxys() =>
        Assert.Equal(new SendResult.Unknown(), await SendAsync(Answering(202)));

    [Theory]
    [InlineData("Retry-After", "30", 30)]
    [InlineData("Retry-After", "0", 60)]
    [InlineData("Retry-After", "999999", 3600)]
    [InlineData("X-RateLimit-Reset", "1767603690", 90)]
    [InlineData("X-RateLimit-Reset", "1767603000", 60)]
    [InlineData("X-RateLimit-Reset", "9223372036854775807", 3600)]
    [InlineData("X-RateLimit-Reset", "soon", 60)]
    public async Task A_busy_provider_is_given_the_time_it_asks_for_within_reason(string header, string value, int seconds)
    {
        SendResult result = await SendAsync(Answering(429, (header, value)));

        Assert.Equal(new SendResult.TryLater(Duration.FromSeconds(seconds)), result);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, typeof(SendResult.TryLater))]
    [InlineData(HttpRequestError.NameResolutionError, typeof(SendResult.TryLater))]
    [InlineData(HttpRequestError.SecureConnectionError, typeof(SendResult.TryLater))]
    [InlineData(HttpRequestError.ResponseEnded, typeof(SendResult.Unknown))]
    [InlineData(HttpRequestError.Unknown, typeof(SendResult.Unknown))]
    public async Task A_broken_call_is_tried_later_only_if_it_never_arrived(HttpRequestError error, Type expected) =>
        Assert.IsType(expected, await SendAsync(_ => throw new HttpRequestException(error)));

    [Fact]
    public async Task A_call_that_takes_too_long_may_have_arrived()
    {
        Assert.Equal(new SendResult.Unknown(), await SendAsync(_ => throw new TimeoutRejectedException()));
        Assert.Equal(new SendResult.Unknown(), await SendAsync(_ => throw new TaskCanceledException()));
    }

    [Fact]
    public async Task A_caller_who_gives_up_hears_that()
    {
        using CancellationTokenSource given = new();
        await given.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Provider(_ => throw new TaskCanceledException()).SendAsync(Digest, given.Token));
    }

    [Fact]
    public async Task A_failed_call_is_not_made_again_by_itself()
    {
        int calls = 0;

        await SendAsync(_ =>
        {
            calls++;
            return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        });

        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task What_is_sent_bears_its_words_its_sender_and_what_it_is_about_and_is_tracked_by_nobody()
    {
        string sent = "";
        string to = "";

        await SendAsync(request =>
        {
            to = $"{request.Method} {request.RequestUri} {request.Headers.Authorization}";
            sent = request.Content!.ReadAsStringAsync().GetAwaiter().GetResult();
            return new HttpResponseMessage(HttpStatusCode.Accepted);
        });

        Assert.Equal("POST https://api.example/v3/mail/send Bearer SG.key", to);
        JsonElement mail = JsonDocument.Parse(sent).RootElement;
        JsonElement from = mail.GetProperty("from");
        Assert.Equal(("Zoë's study", "study@example.org"), (from.GetProperty("name").GetString(), from.GetProperty("email").GetString()));
        Assert.Equal("""[{"to":[{"email":"pat@example.org"}]}]""", mail.GetProperty("personalizations").GetRawText());
        Assert.Equal("Wer fehlt? – Zoë & Šárka", mail.GetProperty("subject").GetString());
        Assert.Equal(
            ["text/plain: Two people need you: https://study.example.org/alerts", "text/html: <p>Two people <b>need</b> you. 🎉</p>"],
            mail.GetProperty("content").EnumerateArray().Select(part => $"{part.GetProperty("type")}: {part.GetProperty("value")}"));
        Assert.Equal("""{"staff":"pat@example.org"}""", mail.GetProperty("custom_args").GetRawText());
        Assert.Equal("<https://study.example.org/u>", mail.GetProperty("headers").GetProperty("List-Unsubscribe").GetString());
        Assert.Equal(
            """{"click_tracking":{"enable":false,"enable_text":false},"open_tracking":{"enable":false},"subscription_tracking":{"enable":false},"ganalytics":{"enable":false}}""",
            mail.GetProperty("tracking_settings").GetRawText());
    }

    [Fact]
    public void What_is_in_an_email_stays_out_of_logs() =>
        Assert.Equal("an email", Digest.ToString());

    private static Func<HttpRequestMessage, HttpResponseMessage> Answering(int status, params (string Name, string Value)[] headers) => _ =>
    {
        HttpResponseMessage response = new((HttpStatusCode)status) { Content = new StringContent("<html>whatever</html>") };
        Array.ForEach(headers, header => response.Headers.TryAddWithoutValidation(header.Name, header.Value));
        return response;
    };

    private static Task<SendResult> SendAsync(Func<HttpRequestMessage, HttpResponseMessage> answer) => Provider(answer).SendAsync(Digest, CancellationToken.None);

    private static SendGridEmails Provider(Func<HttpRequestMessage, HttpResponseMessage> answer) => new(
        new HttpClient(new Stub(answer)),
        Options.Create(new SendGridOptions { ApiKey = "SG.key", From = "Zoë's study <study@example.org>", BaseUrl = "https://api.example" }),
        Measurements.Unwatched(),
        new FakeClock(Instant.FromUtc(2026, 1, 5, 9, 0)));

    private sealed class Stub(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(answer(request));
    }
}
