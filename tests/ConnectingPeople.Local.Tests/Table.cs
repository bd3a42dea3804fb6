using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ConnectingPeople.Simulator;
using ConnectingPeople.Testing;

namespace ConnectingPeople.Local.Tests;

/// <summary>A simulator of the test's own with a stand-in study behind it.</summary>
public sealed class Table : IAsyncDisposable
{
    public const string Amira = "+447700900001";

    private static readonly SimulatorOptions Options = new();

    private Table(StandInStudy study, PhoneSimulator simulator)
    {
        (Study, Simulator) = (study, simulator);
        Http = new HttpClient { BaseAddress = simulator.Url };
        Http.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Options.AccountSid}:{Options.AuthToken}")));
    }

    public StandInStudy Study { get; }

    public PhoneSimulator Simulator { get; }

    /// <summary>Speaks to the simulator with the account's credentials.</summary>
    public HttpClient Http { get; }

    public static async Task<Table> SetAsync(SimulatorOptions? options = null)
    {
        StandInStudy study = await StandInStudy.StartAsync();
        return new Table(study, await PhoneSimulator.StartAsync((options ?? Options) with { FunctionsUrl = study.Url }));
    }

    /// <summary>Sends as the study does.</summary>
    public Task<HttpResponseMessage> SendAsync(string body, string to = Amira, params (string Name, string Value)[] more) =>
        Http.PostAsync(
            new Uri($"/2010-04-01/Accounts/{Options.AccountSid}/Messages.json", UriKind.Relative),
            new FormUrlEncodedContent(new Dictionary<string, string> { ["To"] = to, ["From"] = Options.From, ["Body"] = body }
                .Concat(more.Select(field => KeyValuePair.Create(field.Name, field.Value)))),
            TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> SendWithCallbackAsync(string body, string to = Amira) =>
        SendAsync(body, to, ("StatusCallback", $"{Study.Url}webhooks/twilio/status"));

    /// <summary>Sends an email as the study does.</summary>
    public async Task<HttpResponseMessage> SendMailAsync(object mail, string key = "SG.local-development-only")
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/v3/mail/send") { Content = JsonContent.Create(mail) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Makes calls with Twilio's own client.</summary>
    public async Task<JsonElement[]> TwilioAsync(params object[][] calls) =>
        [.. (await Judge.AskAsync("twilio-client.js", new { baseUrl = Simulator.Url, Options.AccountSid, Options.AuthToken, calls })).EnumerateArray()];

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Simulator.DisposeAsync();
        await Study.DisposeAsync();
    }
}
