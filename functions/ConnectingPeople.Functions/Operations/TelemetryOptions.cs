using System.ComponentModel.DataAnnotations;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Options;

namespace ConnectingPeople.Functions.Operations;

/// <summary>Where traces and metrics go; nowhere unless a setting says so. The settings have the names that everybody knows them by.</summary>
public sealed class TelemetryOptions : IValidatableObject
{
    private const string AzureMonitorSetting = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    private const string AuthenticationSetting = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";
    private const string OtlpSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Of Application Insights; empty for none.</summary>
    public string AzureMonitor { get; set; } = "";

    /// <summary>Such as <c>ClientId=…;Authorization=AAD</c>; empty where the connection string alone lets in.</summary>
    public string Authentication { get; set; } = "";

    /// <summary>Of an OpenTelemetry collector; empty for none. Its protocol and headers are the exporter's own settings.</summary>
    [WebAddress(ErrorMessage = $"{OtlpSetting} isn't an address such as http://localhost:4317.")]
    public string Otlp { get; set; } = "";

    public bool IsOn => AzureMonitor.Length > 0 || Otlp.Length > 0;

    public void Read(IConfiguration settings)
    {
        AzureMonitor = settings[AzureMonitorSetting] ?? "";
        Authentication = settings[AuthenticationSetting] ?? "";
        Otlp = settings[OtlpSetting] ?? "";
    }

    /// <summary>Who the app is to Application Insights; null where the connection string says it.</summary>
    public TokenCredential? Identity()
    {
        Dictionary<string, string> parts = PartsOf(Authentication);
        return parts.GetValueOrDefault("Authorization") != "AAD" ? null
            : new ManagedIdentityCredential(parts.TryGetValue("ClientId", out string? client)
                ? ManagedIdentityId.FromUserAssignedClientId(client)
                : ManagedIdentityId.SystemAssigned);
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (AzureMonitor.Length > 0 && !Guid.TryParse(PartsOf(AzureMonitor).GetValueOrDefault("InstrumentationKey"), out _))
        {
            yield return new ValidationResult(
                $"{AzureMonitorSetting} isn't a connection string of Application Insights: InstrumentationKey=…;IngestionEndpoint=https://….");
        }
    }

    private static Dictionary<string, string> PartsOf(string text) => text
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(part => part.Split('=', 2))
        .Where(part => part.Length == 2)
        .DistinctBy(part => part[0], StringComparer.OrdinalIgnoreCase)
        .ToDictionary(part => part[0], part => part[1], StringComparer.OrdinalIgnoreCase);
}

[OptionsValidator]
public sealed partial class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>;
