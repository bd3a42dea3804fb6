namespace ConnectingPeople.LocalHost;

/// <summary>Runs the function for each message of a queue; stands on the parameter that takes the message.</summary>
/// <param name="queueName">The queue, or <c>%Setting%</c>.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class QueueTriggerAttribute(string queueName) : Attribute
{
    /// <summary>The setting that holds the storage connection; <c>AzureWebJobsStorage</c> if there is none.</summary>
    public string? Connection { get; set; }

    internal string QueueName { get; } = queueName;
}
