using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Alerts;
using ConnectingPeople.Functions.CheckIns;
using ConnectingPeople.Functions.Digests;
using ConnectingPeople.Functions.FollowUps;
using ConnectingPeople.Functions.Forms;
using ConnectingPeople.Functions.Messaging;
using ConnectingPeople.Functions.OpenApi;
using ConnectingPeople.Functions.Operations;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Privacy;
using ConnectingPeople.Functions.Replies;
using ConnectingPeople.Functions.SendGrid;
using ConnectingPeople.Functions.Site;
using ConnectingPeople.Functions.Storage;
using ConnectingPeople.Functions.Studies;
using ConnectingPeople.Functions.Twilio;
using ConnectingPeople.Functions.Waves;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using NodaTime.Serialization.SystemTextJson;
using Polly;

namespace ConnectingPeople.Functions;

/// <summary>Puts the app together.</summary>
public static partial class Setup
{
    /// <summary>The builder of the whole app.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static FunctionsApplicationBuilder CreateBuilder(string[] args)
    {
        WarmUp.Begin();
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        AddForAzure(builder);
        builder.AddConnectingPeople();
        return builder;
    }

    /// <summary>What the host in Azure needs beyond the emulator: see the folder Azure, which is left out everywhere else.</summary>
    static partial void AddForAzure(FunctionsApplicationBuilder builder);

    /// <summary>Registers everything, and stops the start with a message that names each setting that is missing or bad.</summary>
    private static void AddConnectingPeople(this FunctionsApplicationBuilder builder)
    {
        KeyVaultReferences.Refuse(builder.Configuration);
        builder.Logging.KeepAddressesOut();
        IServiceCollection services = builder.Services;
        services.TryAddSingleton<IClock>(SystemClock.Instance);
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
            json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        });
        services.AddSettings();
        services.AddStorage(); // which begins while the definition is still loading
        services.AddStudy(builder.Configuration);
        services.AddSingleton<SignedIn>();
        services.AddOperations(builder.Configuration);
        services.AddSingleton<ParticipantChanges>().AddSingleton<MessageTaking>().AddSingleton<MessageRecovery>().AddSingleton<StrangerMessages>().AddSingleton<Enrolments>().AddSingleton<OwnParticipants>().AddSingleton<Caseload>().AddSingleton<ShardWaking>();
        services.AddMessaging();
        services.AddAlerts();
        services.AddDigests();
        services.AddFollowUps();
        services.AddTwilio();
        services.AddSendGrid();
        services.AddSite();
        services.AddForms();
        services.AddWaves();
        services.AddSingleton<OpenApiDocument>();
        services.AddPrivacy();
        services.AddSingleton<WholeParticipants>().AddSingleton<StaffChanges>().AddSingleton<NoteStore>();
    }

    /// <summary>Loads the definition while everything else is put together.</summary>
    private static void AddStudy(this IServiceCollection services, IConfiguration settings)
    {
        Task<Study> loading = Task.Run(() => StudyFile.Load(settings));
        services.AddHostedService(_ => new StudyLoading(loading));
        services.AddSingleton(_ => loading.GetAwaiter().GetResult()).AddSingleton<ReplyTrial>();
    }

    private static void AddSettings(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<TwilioOptions>, TwilioOptionsValidator>();
        services.AddSingleton<IValidateOptions<SiteOptions>, SiteOptionsValidator>();
        services.AddSingleton<IValidateOptions<PrivacyOptions>, PrivacyOptionsValidator>();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.AddOptions<TwilioOptions>().BindConfiguration("Twilio").ValidateOnStart();
        services.AddOptions<SiteOptions>().BindConfiguration("Site").ValidateOnStart();
        services.AddOptions<PrivacyOptions>().BindConfiguration("Privacy")
            .Configure<IConfiguration>((privacy, settings) => privacy.IsInAzure = !string.IsNullOrEmpty(settings["WEBSITE_SITE_NAME"])).ValidateOnStart();
        services.AddOptions<StorageOptions>().Configure<IConfiguration>((storage, settings) => storage.Read(settings)).ValidateOnStart();
    }

    private static void AddStorage(this IServiceCollection services)
    {
        services.AddSingleton<StorageClients>().AddSingleton<StorageSetup>();
        services.AddHostedService(provider => provider.GetRequiredService<StorageSetup>());
        services.AddSingleton<ParticipantStore>().AddSingleton<BegunEnrolments>().AddSingleton<Agenda>().AddSingleton<ContactStore>();
        services.AddSingleton<UnknownNumbers>().AddSingleton<ForgottenNumbers>().AddSingleton<AgencyStore>().AddSingleton<FidelityStore>();
    }

    private static void AddTwilio(this IServiceCollection services)
    {
        services.AddSingleton<TwilioSignature>();
        services.AddHttpClient<ITextMessages, TwilioMessages>((provider, http) =>
        {
            TwilioOptions account = provider.GetRequiredService<IOptions<TwilioOptions>>().Value;
            http.BaseAddress = new Uri(account.BaseUrl.TrimEnd('/') + "/");
            http.DefaultRequestHeaders.Authorization = TwilioMessages.Credentials(account);
        }).AddResilienceHandler("twilio", resilience => resilience
            .AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = 2,
                Delay = TimeSpan.FromMilliseconds(300),
                ShouldHandle = outcome => ValueTask.FromResult(
                    outcome.Outcome.Exception is HttpRequestException e && TwilioMessages.NeverArrived(e)),
            })
            .AddTimeout(TimeSpan.FromSeconds(15)));
    }
}
