using ConnectingPeople.LocalHost.Invocations;
using ConnectingPeople.LocalHost.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace ConnectingPeople.LocalHost.Queues;

/// <summary>All queues of the app.</summary>
internal sealed class QueueListeners(
    FunctionCatalogue functions, IConfiguration configuration, HostJson host, Launch launch, FunctionRunner runner, ILogger<QueueListeners> logger)
{
    private readonly QueueListener[] listeners =
        [.. functions.With<QueueTriggerAttribute>().Select(queue => Listen(queue.Function, queue.Trigger, configuration, host, launch, runner, logger))];

    public QueueFunction? Find(string name) => listeners.FirstOrDefault(listener => listener.Function.Name == name)?.Function;

    public Task ListenAsync(CancellationToken pause) => Task.WhenAll(listeners.Select(listener => listener.ListenAsync(pause)));

    /// <summary>Lets messages that wait for their next try be taken at once.</summary>
    public Task EndWaitsAsync() => Task.WhenAll(listeners.Select(listener => listener.Function.Queue.EndWaitsAsync()));

    /// <summary>Works off every queue once, all at the same time.</summary>
    /// <returns>How many messages were settled; none means that all queues were found empty.</returns>
    public async Task<int> DrainAsync(CancellationToken cancellation) =>
        (await Task.WhenAll(listeners.Select(listener => listener.DrainAsync(cancellation)))).Sum();

    private static QueueListener Listen(
        FunctionDefinition function,
        QueueTriggerAttribute trigger,
        IConfiguration configuration,
        HostJson host,
        Launch launch,
        FunctionRunner runner,
        ILogger logger)
    {
        string name = SettingName.Resolve(trigger.QueueName, function.Name, configuration);
        TriggerQueue queue = new(QueueConnection.Open(function.Name, trigger.Connection, configuration), name, launch.MessageLease);
        return new QueueListener(new QueueFunction(function, queue, host.Queues, launch.MessageLease, runner, logger), host.Queues, logger);
    }
}
