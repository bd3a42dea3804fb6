using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ConnectingPeople.Functions.Storage;
using ConnectingPeople.Simulator;
using ConnectingPeople.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ConnectingPeople.Functions.Tests.Support;

/// <summary>
/// The whole app under the emulator of the host, on a storage account of its own, with its own simulated phones. Its clock
/// stands at the start of a Monday and moves when a test moves it.
/// </summary>
public sealed class App : IAsyncDisposable
{
    public const string Monday = "2026-01-05T09:00:00Z";

    /// <summary>The 29th of February: digests lie in the inboxes of tests that ask for them.</summary>
    private const string NoDigests = "0 0 0 29 2 *";

    private readonly IHost host;

    private App(IHost host, PhoneSimulator phones, Uri address)
    {
        this.host = host;
        Phones = phones;
        Http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
    }

    public HttpClient Http { get; }

    public PhoneSimulator Phones { get; }

    public IServiceProvider Services => host.Services;

    public StorageClients Storage => Services.GetRequiredService<StorageClients>();

    /// <summary>Starts the app.</summary>
    /// <param name="now">Where its clock stands.</param>
    /// <param name="storage">A connection string; null for an account of its own.</param>
    /// <param name="observer">Sees every call to storage.</param>
    /// <param name="clock">What the functions take for the present, where it may not move by itself.</param>
    /// <param name="settings">More settings, as <c>--Name=value</c>.</param>
    public static Task<App> StartAsync(
        string now = Monday, string? storage = null, StorageObserver? observer = null, IClock? clock = null, params string[] settings) =>
        StartAsync(
            builder =>
            {
                if (clock is not null)
                {
                    builder.Services.AddSingleton(clock);
                }
            },
            now, storage, observer, settings);

    /// <summary>Starts the app with something more than settings.</summary>
    /// <param name="prepare">Adds to the builder, such as somewhere for logs to go.</param>
    /// <param name="now">Where its clock stands.</param>
    /// <param name="storage">A connection string; null for an account of its own.</param>
    /// <param name="observer">Sees every call to storage.</param>
    /// <param name="settings">More settings, as <c>--Name=value</c>.</param>
    public static async Task<App> StartAsync(
        Action<LocalHost.Builder.FunctionsApplicationBuilder> prepare, string now = Monday, string? storage = null, StorageObserver? observer = null, params string[] settings)
    {
        PhoneSimulator phones = await PhoneSimulator.StartAsync();
        try
        {
            return await StartAsync(phones, prepare, now, storage, observer, settings);
        }
        catch
        {
            await phones.DisposeAsync();
            throw;
        }
    }

    private static async Task<App> StartAsync(
        PhoneSimulator phones, Action<LocalHost.Builder.FunctionsApplicationBuilder> prepare, string now, string? storage, StorageObserver? observer, string[] settings)
    {
        int port = FreePort.Find();
        Uri address = new($"http://127.0.0.1:{port}");
        phones.FunctionsUrl = address;
        LocalHost.Builder.FunctionsApplicationBuilder builder = Setup.CreateBuilder(
        [
            $"--port={port}", $"--now={now}", $"--AzureWebJobsStorage={storage ?? await Azurite.NewAccountAsync()}", "--IdentityStorage=",
            $"--Site__PublicUrl={address.ToString().TrimEnd('/')}", $"--Twilio__BaseUrl={phones.Url}", $"--SendGrid__BaseUrl={phones.Url}",
            $"--DigestSchedule={NoDigests}",
            .. settings,
        ]);
        builder.Logging.ClearProviders();
        prepare(builder);
        if (observer is not null)
        {
            builder.Services.PostConfigure<StorageOptions>(options => options.Observer = observer);
        }

        IHost host = builder.Build();
        await host.StartAsync();
        App app = new(host, phones, address);
        if (storage is null)
        {
            await Deadline.UntilAsync(async () => (await app.Http.GetAsync("/health/ready")).IsSuccessStatusCode);
        }

        return app;
    }

    /// <summary>Sends a request as somebody of that role, such as <c>administrator</c> or <c>practitioner:pat@example.org</c>.</summary>
    public async Task<Answer> SendAsync(string? role, HttpMethod method, string path, object? body = null)
    {
        using HttpRequestMessage request = new(method, path);
        if (role is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", $"local-{role}");
        }

        request.Content = body switch
        {
            null => null,
            string text => new StringContent(text),
            HttpContent content => content,
            _ => JsonContent.Create(body),
        };
        using HttpResponseMessage response = await Http.SendAsync(request);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.Location?.ToString());
    }

    public Task<Answer> PostAsync(string? role, string path, object? body = null) => SendAsync(role, HttpMethod.Post, path, body);

    public Task<Answer> PutAsync(string? role, string path, object body) => SendAsync(role, HttpMethod.Put, path, body);

    public Task<Answer> GetAsync(string? role, string path) => SendAsync(role, HttpMethod.Get, path);

    /// <summary>Moves the clock, hour by hour unless told otherwise, and lets the phones settle.</summary>
    public async Task AdvanceAsync(string period, string step = "PT1H")
    {
        Answer moved = await PostAsync(null, "/local/clock", new { advance = period, step });
        Assert.True(moved.Status == HttpStatusCode.OK, moved.Text);
        await Phones.SettledAsync();
    }

    /// <summary>Moves the clock to an instant in one step, and lets the phones settle.</summary>
    public async Task GoToAsync(string instant)
    {
        Answer moved = await PostAsync(null, "/local/clock", new { set = instant });
        Assert.True(moved.Status == HttpStatusCode.OK, moved.Text);
        await Phones.SettledAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
        await Phones.DisposeAsync();
    }

}

/// <summary>What the app answered.</summary>
public sealed record Answer(HttpStatusCode Status, string Text, string? Location)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;
}
