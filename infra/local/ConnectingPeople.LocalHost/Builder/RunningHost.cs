using ConnectingPeople.LocalHost.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ConnectingPeople.LocalHost.Builder;

/// <summary>The host as the app sees it: says where it listens, and in a sentence why it can't.</summary>
internal sealed class RunningHost(WebApplication app) : IHost, IAsyncDisposable
{
    public IServiceProvider Services => app.Services;

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            int port = Services.GetRequiredService<LocalHostOptions>().Port;
            throw new StartException(
                $"Port {port} is taken by another program. Stop that program, or choose another port with --port (0 takes any free one).", e);
        }

        Console.WriteLine($"Functions listen on {string.Join(", ", app.Urls)}");
    }

    public Task StopAsync(CancellationToken cancellationToken = default) => app.StopAsync(cancellationToken);

    public void Dispose() => ((IDisposable)app).Dispose();

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
