using System.Net;
using ConnectingPeople.LocalHost.Clock;
using ConnectingPeople.LocalHost.Http;
using ConnectingPeople.LocalHost.Invocations;
using ConnectingPeople.LocalHost.Queues;
using ConnectingPeople.LocalHost.Settings;
using ConnectingPeople.LocalHost.Timers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ConnectingPeople.LocalHost.Builder;

/// <summary>Puts the host itself together: what is there before the app adds its own, and what comes after.</summary>
internal static class HostSetup
{
    private const long MaxRequestBytes = 100 * 1024 * 1024;

    public static WebApplicationBuilder CreateBuilder(Launch launch)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ContentRootPath = launch.AppFolder,
            EnvironmentName = EnvironmentName(),
        });
        AppSettings.Add(builder.Configuration, launch);
        LocalHostOptions options = LocalHostOptions.Read(CommandLine.Read(launch.Arguments));
        AddLogging(builder);
        builder.Host.UseDefaultServiceProvider(provider => provider.ValidateScopes = provider.ValidateOnBuild = true);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, options.Port));
        builder.Services
            .AddRouting()
            .AddSingleton(launch)
            .AddSingleton(options)
            .AddSingleton(new MovableClock(options.Now))
            .AddSingleton<IClock>(services => services.GetRequiredService<MovableClock>());
        return builder;
    }

    /// <remarks>Triggers are added behind the app's own services: hosted services start in this order and stop in the opposite one.</remarks>
    public static IHost Build(WebApplicationBuilder builder, Launch launch, bool isWebApplication)
    {
        builder.Services
            .AddSingleton(new FunctionCatalogue(launch.Types))
            .AddSingleton(HostJson.Read(launch.AppFolder, builder.Configuration))
            .AddSingleton<RunningInvocations>()
            .AddSingleton<FunctionRunner>()
            .AddSingleton<HttpFunctions>()
            .AddSingleton<TimerFunctions>()
            .AddSingleton<QueueListeners>()
            .AddSingleton<Triggers>()
            .AddSingleton<TimeTravel>()
            .AddSingleton<ClockApi>()
            .AddSingleton<AdminApi>()
            .AddHostedService(services => services.GetRequiredService<Triggers>())
            .Configure<HostOptions>(host => host.ShutdownTimeout = launch.StopPatience + TimeSpan.FromSeconds(5));
        WebApplication app = builder.Build();
        HostPipeline.Map(app, isWebApplication);
        return new RunningHost(app);
    }

    private static string EnvironmentName() =>
        Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT")
        ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
        ?? Environments.Development;

    /// <remarks>
    /// The framework's own host would log a failed start with its stack trace, before the failure is said once in a plain sentence;
    /// what it logs as critical, such as a background service that ended the process, is still seen.
    /// </remarks>
    private static void AddLogging(WebApplicationBuilder builder) =>
        builder.Logging
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical)
            .AddConfiguration(builder.Configuration.GetSection("Logging"))
            .AddSimpleConsole(console => (console.SingleLine, console.UseUtcTimestamp, console.TimestampFormat) = (true, true, "HH:mm:ss "));

    private static void Listen(KestrelServerOptions kestrel, int port)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MaxRequestBytes;
        if (port == 0)
        {
            kestrel.Listen(IPAddress.Loopback, port);
        }
        else
        {
            kestrel.ListenLocalhost(port);
        }
    }
}
