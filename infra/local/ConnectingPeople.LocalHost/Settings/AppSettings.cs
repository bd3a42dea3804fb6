using Microsoft.Extensions.Configuration;

namespace ConnectingPeople.LocalHost.Settings;

/// <summary>The app's settings: command line over environment over <c>local.settings.json</c> over its sample.</summary>
internal static class AppSettings
{
    public static void Add(IConfigurationBuilder configuration, Launch launch) =>
        configuration
            .AddInMemoryCollection(Platform)
            .AddInMemoryCollection(SettingsFiles.Read("local.settings.sample.json", launch))
            .AddInMemoryCollection(SettingsFiles.Read("local.settings.json", launch))
            .AddEnvironmentVariables()
            .AddInMemoryCollection(CommandLine.Read(launch.Arguments));

    /// <summary>What the platform sets in Azure once its authentication is on; the local sign-in stands in for it.</summary>
    private static Dictionary<string, string?> Platform { get; } = new() { ["WEBSITE_AUTH_ENABLED"] = "True" };
}
