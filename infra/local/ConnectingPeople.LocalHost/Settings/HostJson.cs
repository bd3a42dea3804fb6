using Microsoft.Extensions.Configuration;

namespace ConnectingPeople.LocalHost.Settings;

/// <summary>What <c>host.json</c> says, with the real host's defaults for what it leaves out.</summary>
/// <param name="RoutePrefix">Stands before every route.</param>
/// <param name="Queues">How queues are read.</param>
internal sealed record HostJson(string RoutePrefix, QueueSettings Queues)
{
    public const string FileName = "host.json";

    /// <summary>Reads the file, over which settings named <c>AzureFunctionsJobHost__…</c> go, as in the real host.</summary>
    /// <exception cref="StartException">A value can't be read or makes no sense.</exception>
    public static HostJson Read(string folder, IConfiguration settings)
    {
        try
        {
            IConfigurationSection extensions = new ConfigurationBuilder()
                .AddJsonFile(Path.Combine(folder, FileName), optional: true)
                .AddInMemoryCollection(settings.GetSection("AzureFunctionsJobHost").AsEnumerable(makePathsRelative: true))
                .Build()
                .GetSection("extensions");
            QueueSettings queues = extensions.GetSection("queues").Get<QueueSettings>() ?? new QueueSettings();
            return new HostJson(extensions["http:routePrefix"] ?? "api", queues.Checked());
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            throw new StartException($"{FileName} can't be used: {e.InnerException?.Message ?? e.Message}", e);
        }
    }
}
