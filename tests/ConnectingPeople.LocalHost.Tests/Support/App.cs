using ConnectingPeople.LocalHost.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ConnectingPeople.LocalHost.Tests.Support;

/// <summary>A functions app made of a test's own function classes, running in this process on a free port.</summary>
internal sealed class App : IAsyncDisposable
{
    private readonly IHost host;

    private App(IHost host)
    {
        this.host = host;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()),
        };
    }

    public HttpClient Http { get; }

    public IServiceProvider Services => host.Services;

    public KeptLog Log => Services.GetRequiredService<KeptLog>();

    /// <summary>Settings that let queues be read fast and retried at once.</summary>
    public static string[] QuickQueues { get; } =
    [
        "--AzureFunctionsJobHost__extensions__queues__maxPollingInterval", "00:00:00.100",
        "--AzureFunctionsJobHost__extensions__queues__visibilityTimeout", "00:00:00",
    ];

    public static Task<App> StartAsync(Type[] functions, params string[] arguments) => StartAsync(functions, _ => { }, arguments);

    public static async Task<App> StartAsync(Type[] functions, Action<IServiceCollection> services, params string[] arguments) =>
        await StartAsync(Launching(functions, arguments), services);

    public static async Task<App> StartAsync(Launch launch, Action<IServiceCollection> services)
    {
        IHost host = Build(launch, services);
        await host.StartAsync();
        return new App(host);
    }

    public static IHost Build(Launch launch, Action<IServiceCollection> services)
    {
        FunctionsApplicationBuilder builder = new(launch);
        builder.ConfigureFunctionsWebApplication();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<KeptLog>().AddSingleton<ILoggerProvider>(provider => provider.GetRequiredService<KeptLog>());
        services(builder.Services);
        return builder.Build();
    }

    public static Launch Launching(Type[] functions, params string[] arguments) =>
        new(["--port", "0", "--AzureFunctionsJobHost__extensions__http__routePrefix=", .. arguments], functions);

    public Task StopAsync() => host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
    }
}
