using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using ConnectingPeople.Simulator.Api;
using ConnectingPeople.Simulator.Cohort;
using ConnectingPeople.Simulator.Failures;
using ConnectingPeople.Simulator.Page;
using ConnectingPeople.Simulator.Phones;
using ConnectingPeople.Simulator.SendGrid;
using ConnectingPeople.Simulator.Study;
using ConnectingPeople.Simulator.Twilio;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime.Serialization.SystemTextJson;

namespace ConnectingPeople.Simulator;

/// <summary>
/// Simulated phones and inboxes, and loopback stand-ins for the two providers' APIs that the study sends through.
/// No message leaves the machine.
/// </summary>
public sealed class PhoneSimulator : IAsyncDisposable
{
    private readonly WebApplication app;

    private PhoneSimulator(WebApplication app) => this.app = app;

    /// <summary>The address of the page and of both providers' APIs.</summary>
    public Uri Url => new(app.Urls.First());

    /// <summary>Where the functions answer. To be set before the first message if it wasn't known at the start.</summary>
    public Uri? FunctionsUrl
    {
        get => The<StudyAddress>().Url;
        set => The<StudyAddress>().Url = value;
    }

    public PhoneBook Phones => The<PhoneBook>();

    public MessageLog Messages => The<MessageLog>();

    public Inboxes Inboxes => The<Inboxes>();

    public FailurePlan Failures => The<FailurePlan>();

    public OptOuts OptOuts => The<OptOuts>();

    public Changes Changes => The<Changes>();

    public Enrolling Enrolling => The<Enrolling>();

    public StudyTime Time => The<StudyTime>();

    public StudyClock Clock => The<StudyClock>();

    public StudyApi Api => The<StudyApi>();

    public Exports Exports => The<Exports>();

    public Lives Lives => The<Lives>();

    /// <summary>Starts a simulator on loopback alone.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<PhoneSimulator> StartAsync(SimulatorOptions? options = null, CancellationToken cancellation = default)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, options?.Port ?? 0));
        AddServices(builder.Services, options ?? new SimulatorOptions());
        WebApplication app = builder.Build();
        app.Services.GetRequiredService<TwilioApi>().Map(app);
        app.Services.GetRequiredService<MailApi>().Map(app);
        app.Services.GetRequiredService<SimulatorApi>().Map(app);
        app.Services.GetRequiredService<PageRoutes>().Map(app);
        app.Services.GetRequiredService<PageActions>().Map(app);
        await app.StartAsync(cancellation);
        return new PhoneSimulator(app);
    }

    /// <summary>Types a text on a phone and waits until the study has answered the webhook.</summary>
    /// <returns>The message, with its <see cref="TwilioMessage.Trouble"/> if the study didn't take it.</returns>
    public Task<TwilioMessage> TypeAsync(string phone, string text, CancellationToken cancellation = default) =>
        The<Receiving>().FromPhoneAsync(The<PhoneBook>().At(phone).Number, text, [], cancellation);

    /// <summary>Tells the study of a message once more, under the same id.</summary>
    public Task<TwilioMessage?> SendAgainAsync(string sid, CancellationToken cancellation = default) =>
        The<Receiving>().SendAgainAsync(sid, cancellation);

    /// <summary>Posts a status callback by hand: a late one, or one that was posted before.</summary>
    public Task PostStatusAsync(string sid, MessageStatus status, int? errorCode = null, CancellationToken cancellation = default) =>
        The<Delivering>().TellAsync(
            Messages.Find(sid) ?? throw new ArgumentException($"No message has the id {sid}.", nameof(sid)), status, errorCode, cancellation);

    /// <summary>Tells the study of an event of an email by hand: a late one, or one that was told before.</summary>
    /// <param name="email">As it lies in its inbox.</param>
    /// <param name="kind">In SendGrid's words: <c>delivered</c>, <c>bounce</c>, <c>blocked</c>, <c>dropped</c>, <c>spamreport</c>, <c>unsubscribe</c>, <c>deferred</c>, <c>open</c>…</param>
    /// <param name="at">When it happened; null for now.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The email, with its <see cref="Email.Trouble"/> if the study didn't take the event.</returns>
    public Task<Email> PostEmailEventAsync(Email email, string kind, Instant? at = null, CancellationToken cancellation = default) =>
        The<EmailEvents>().TellAsync(email, kind, cancellation, at);

    /// <summary>The texts that a phone shows and its person hasn't written.</summary>
    public IReadOnlyList<string> Received(string phone) =>
        [.. Messages.Thread(phone).Where(message => message is { IsInbound: false, IsOnPhone: true }).Select(message => message.Body)];

    /// <summary>Completes when every status was told, every scripted person has answered and been answered.</summary>
    public Task SettledAsync() => The<Errands>().SettledAsync();

    public async ValueTask DisposeAsync()
    {
        The<Errands>().Stop();
        await SettledAsync();
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(2));
        await app.StopAsync(patience.Token);
        await app.DisposeAsync();
    }

    private static void AddServices(IServiceCollection services, SimulatorOptions options)
    {
        services.AddSingleton<IHostLifetime, OwnedByCaller>().AddSingleton(options).AddSingleton<Changes>().AddSingleton<Errands>();
        services.AddSingleton<StudyAddress>().AddSingleton<StudyClock>();
        services.AddSingleton<PhoneBook>().AddSingleton<Lives>().AddSingleton<Later>().AddSingleton<CohortPlayer>().AddSingleton<FormFilling>().AddSingleton<FailurePlan>();
        services.AddSingleton<MessageLog>().AddSingleton<OptOuts>().AddSingleton<Webhooks>();
        services.AddSingleton<Receiving>().AddSingleton<Delivering>().AddSingleton<Sending>().AddSingleton<TwilioApi>();
        services.AddSingleton<Inboxes>().AddSingleton<EventWebhook>().AddSingleton<EmailEvents>().AddSingleton<MailApi>().AddSingleton<SimulatorApi>();
        services.AddSingleton<StudyApi>().AddSingleton<StudyTime>().AddSingleton<Enrolling>().AddSingleton<Exports>();
        services.AddSingleton<PageRoutes>().AddSingleton<PageActions>().AddSingleton<InboxActions>();
        services.AddHttpClient(Webhooks.Client, client => client.Timeout = Webhooks.Patience).RemoveAllLoggers();
        services.AddHttpClient(StudyClock.Client, client => client.Timeout = TimeSpan.FromSeconds(1)).RemoveAllLoggers();
        services.AddHttpClient(StudyApi.Client, client => client.Timeout = TimeSpan.FromMinutes(5)).RemoveAllLoggers();
        services.AddHttpClient(FormFilling.Client).ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler { AllowAutoRedirect = false }).RemoveAllLoggers();
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
            json.SerializerOptions.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
        });
    }

    private T The<T>()
        where T : notnull => app.Services.GetRequiredService<T>();
}
