using ConnectingPeople.LocalHost.Invocations;
using ConnectingPeople.LocalHost.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace ConnectingPeople.LocalHost.Queues;

/// <summary>All queues of the app.</summary>
internal sealed class QueueListeners
{
    private readonly QueueListener[] listeners;

    /// <exception cref="StartException">A setting that a queue needs is missing or no good.</exception>
    public QueueListeners(
        FunctionCatalogue functions, IConfiguration configuration, HostJson host, Launch launch, FunctionRunner runner, ILogger<QueueListeners> logger)
    {
        listeners = [.. functions.With<QueueTriggerAttribute>().Select(each => Listen(each.Function, each.Trigger))];

        QueueListener Listen(FunctionDefinition function, QueueTriggerAttribute trigger)
        {
            string name = SettingName.Resolve(trigger.QueueName, function.Name, configuration);
            TriggerQueue queue = new(QueueConnection.Open(function.Name, trigger.Connection, configuration), name, launch.MessageLease);
            return new QueueListener(new QueueFunction(function, queue, host.Queues, runner, logger), host.Queues, logger);
        }
    }

    public QueueFunction? Find(string name) => listeners.FirstOrDefault(listener => listener.Function.Name == name)?.Function;

    public Task ListenAsync(CancellationToken pause) => Task.WhenAll(listeners.Select(listener => listener.ListenAsync(pause)));

    /// <summary>Lets messages that wait for their next try be taken at once.</summary>
    public Task EndWaitsAsync() => Task.WhenAll(listeners.Select(listener => listener.Function.Queue.EndWaitsAsync()));

    /// <summary>Works off a batch of each queue, all at the same time.</summary>
    /// <returns>For each message that was there whether it is settled; empty if all queues were.</returns>
    public async Task<bool[]> DrainAsync() => [.. (await Task.WhenAll(listeners.Select(listener => listener.DrainAsync()))).SelectMany(settled => settled)];
}
