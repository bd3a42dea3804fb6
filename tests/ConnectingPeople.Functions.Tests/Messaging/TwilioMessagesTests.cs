using System.Net;
using System.Text;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Messaging;
using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Functions.Twilio;
using Microsoft.Extensions.Options;

namespace ConnectingPeople.Functions.Tests.Messaging;

/// <summary>Whatever comes back from the provider, or a proxy before it, is a result and no exception.</summary>
public sealed class TwilioMessagesTests
{
    [Theory]
    [InlineData(201, """{"sid":"SM1"}""", typeof(SendResult.Accepted))]
    [InlineData(201, "", typeof(SendResult.Unknown))]
    [InlineData(201, "{}", typeof(SendResult.Unknown))]
    [InlineData(200, "<html>welcome</html>", typeof(SendResult.Unknown))]
    [InlineData(200, """{"sid":5}""", typeof(SendResult.Unknown))]
    [InlineData(400, """{"code":21610}""", typeof(SendResult.Refused))]
    [InlineData(400, "<html>bad</html>", typeof(SendResult.Refused))]
    [InlineData(400, """{"code":"21610"}""", typeof(SendResult.Refused))]
    [InlineData(400, "", typeof(SendResult.Refused))]
    [InlineData(401, "", typeof(SendResult.TryLater))]
    [InlineData(404, "nothing here", typeof(SendResult.TryLater))]
    [InlineData(429, "slow down", typeof(SendResult.TryLater))]
    [InlineData(500, "", typeof(SendResult.Unknown))]
    [InlineData(503, "<html>down</html>", typeof(SendResult.Unknown))]
    public async Task An_answer_to_a_send_is_understood(int status, string body, Type expected) =>
        Assert.IsType(expected, await SendAsync(Answering(status, body)));

    [Fact]
    public async Task A_refusal_without_a_code_goes_by_its_status() =>
        Assert.Equal(new SendResult.Refused("400"), await SendAsync(Answering(400, "<html>bad</html>")));

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, typeof(SendResult.TryLater))]
    [InlineData(HttpRequestError.NameResolutionError, typeof(SendResult.TryLater))]
    [InlineData(HttpRequestError.ResponseEnded, typeof(SendResult.Unknown))]
    [InlineData(HttpRequestError.Unknown, typeof(SendResult.Unknown))]
    public async Task A_broken_call_is_tried_later_only_if_it_never_arrived(HttpRequestError error, Type expected) =>
        Assert.IsType(expected, await SendAsync(_ => throw new HttpRequestException(error)));

    [Theory]
    [InlineData(200, """{"messages":[]}""", true)]
    [InlineData(200, "{}", false)]
    [InlineData(200, "null", false)]
    [InlineData(200, "<html>welcome</html>", false)]
    [InlineData(200, "", false)]
    [InlineData(401, "", false)]
    [InlineData(500, "", false)]
    public async Task A_list_that_cannot_be_read_cannot_tell(int status, string body, bool canTell)
    {
        FoundMessage found = await Provider(Answering(status, body)).FindAsync("+447700900123", "hello", new HashSet<string>(), CancellationToken.None);

        Assert.Equal(new FoundMessage(canTell, null), found);
    }

    private static Func<HttpRequestMessage, HttpResponseMessage> Answering(int status, string body) =>
        _ => new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, body.StartsWith('<') ? "text/html" : "application/json") };

    private static Task<SendResult> SendAsync(Func<HttpRequestMessage, HttpResponseMessage> answer) =>
        Provider(answer).SendAsync(ParticipantId.From(1), "weekly-2026-01-08.ask.1", "+447700900123", "hello", null, CancellationToken.None);

    private static TwilioMessages Provider(Func<HttpRequestMessage, HttpResponseMessage> answer) => new(
        new HttpClient(new Stub(answer)) { BaseAddress = new Uri("https://api.example/") },
        Options.Create(new TwilioOptions { AccountSid = "AC00000000000000000000000000000000", From = "+447700900000" }),
        Options.Create(new SiteOptions { PublicUrl = "https://study.example.org" }),
        Measurements.Unwatched());

    private sealed class Stub(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(answer(request));
    }
}
