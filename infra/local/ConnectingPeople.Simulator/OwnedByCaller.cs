using Microsoft.Extensions.Hosting;

namespace ConnectingPeople.Simulator;

/// <summary>Leaves Ctrl+C and SIGTERM to the program or test that started the simulator, where the usual lifetime would take them.</summary>
internal sealed class OwnedByCaller : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
