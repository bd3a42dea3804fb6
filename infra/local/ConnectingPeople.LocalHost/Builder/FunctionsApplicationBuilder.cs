using ConnectingPeople.LocalHost.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ConnectingPeople.LocalHost.Builder;

/// <summary>Puts a functions app together.</summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder
{
    private readonly WebApplicationBuilder builder;
    private readonly Launch launch;

    internal FunctionsApplicationBuilder(Launch launch)
    {
        this.launch = launch;
        builder = HostSetup.CreateBuilder(launch);
    }

    /// <summary>The app's settings.</summary>
    public IConfigurationManager Configuration => builder.Configuration;

    /// <summary>Where the app runs: <c>Development</c>, unless the environment says otherwise.</summary>
    public IHostEnvironment Environment => builder.Environment;

    /// <summary>Where logs go.</summary>
    public ILoggingBuilder Logging => builder.Logging;

    /// <summary>Where metrics go.</summary>
    public IMetricsBuilder Metrics => builder.Metrics;

    /// <summary>What function classes may ask for in their constructors.</summary>
    public IServiceCollection Services => builder.Services;

    IDictionary<object, object> IHostApplicationBuilder.Properties => ((IHostApplicationBuilder)builder).Properties;

    /// <summary>Whether HTTP functions may be used, as in the worker by <c>ConfigureFunctionsWebApplication</c> alone.</summary>
    internal bool IsWebApplication { get; set; }

    /// <summary>Makes the host, which serves HTTP and runs timers and queues once it is started.</summary>
    public IHost Build() => HostSetup.Build(builder, launch, IsWebApplication);

    void IHostApplicationBuilder.ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure) =>
        ((IHostApplicationBuilder)builder).ConfigureContainer(factory, configure);
}
