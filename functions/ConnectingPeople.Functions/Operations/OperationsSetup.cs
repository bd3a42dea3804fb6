using System.Reflection;
using Azure.Monitor.OpenTelemetry.Exporter;
using ConnectingPeople.Functions.Health;
using ConnectingPeople.Functions.SendGrid;
using ConnectingPeople.Functions.Twilio;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Instrumentation.Http;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ConnectingPeople.Functions.Operations;

/// <summary>Registers what tells how the service fares, and exports it where a setting says so.</summary>
public static class OperationsSetup
{
    /// <summary>The worker's own part of a trace, which leads back to the host's.</summary>
    private const string WorkerSource = "Microsoft.Azure.Functions.Worker";

    public static void AddOperations(this IServiceCollection services, IConfiguration settings)
    {
        services.AddMetrics();
        services.AddSingleton<StudyMetrics>().AddSingleton<Readiness>().AddSingleton<PoisonQueues>().AddSingleton<AuditLog>()
            .AddSingleton<LastDay>().AddSingleton<ServiceHealthReader>();
        services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryOptionsValidator>();
        services.AddOptions<TelemetryOptions>().Configure<IConfiguration>((telemetry, configured) => telemetry.Read(configured)).ValidateOnStart();
        TelemetryOptions telemetry = new();
        telemetry.Read(settings);
        bool isSound = new TelemetryOptionsValidator().Validate(null, telemetry).Succeeded;
        if (telemetry.IsOn && isSound)
        {
            services.AddExport(telemetry);
        }
    }

    private static void AddExport(this IServiceCollection services, TelemetryOptions telemetry)
    {
        services.AddOptions<HttpClientTraceInstrumentationOptions>().Configure<IOptions<TwilioOptions>, IOptions<SendGridOptions>>((http, twilio, sendGrid) =>
        {
            // Addresses of storage hold keys of rows, some of which are addresses of staff: only calls to providers are told of.
            string[] providers = [new Uri(twilio.Value.BaseUrl).Authority, new Uri(sendGrid.Value.BaseUrl).Authority];
            http.FilterHttpRequestMessage = request => providers.Contains(request.RequestUri?.Authority);
        });
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(
                "connecting-people",
                serviceVersion: typeof(OperationsSetup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion))
            .WithTracing(tracing => ExportTo(telemetry, tracing.AddSource(StudyTrace.SourceName, WorkerSource).AddHttpClientInstrumentation()))
            .WithMetrics(metrics => ExportTo(telemetry, metrics.AddMeter(StudyMetrics.MeterName)));
    }

    private static void ExportTo(TelemetryOptions telemetry, TracerProviderBuilder tracing)
    {
        if (telemetry.AzureMonitor.Length > 0)
        {
            tracing.AddAzureMonitorTraceExporter(azure => Address(azure, telemetry), telemetry.Identity());
        }

        if (telemetry.Otlp.Length > 0)
        {
            tracing.AddOtlpExporter();
        }
    }

    private static void ExportTo(TelemetryOptions telemetry, MeterProviderBuilder metrics)
    {
        if (telemetry.AzureMonitor.Length > 0)
        {
            metrics.AddAzureMonitorMetricExporter(azure => Address(azure, telemetry), telemetry.Identity());
        }

        if (telemetry.Otlp.Length > 0)
        {
            // An instance that measured once must not repeat it for ever beside the one that measures now.
            metrics.AddOtlpExporter((_, reader) => reader.TemporalityPreference = MetricReaderTemporalityPreference.Delta);
        }
    }

    private static void Address(AzureMonitorExporterOptions azure, TelemetryOptions telemetry)
    {
        azure.ConnectionString = telemetry.AzureMonitor;
        azure.EnableLiveMetrics = false;
    }
}
