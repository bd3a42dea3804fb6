using Azure.Core.Pipeline;

namespace ConnectingPeople.Functions.Storage;

/// <summary>Where data lives.</summary>
public sealed class StorageOptions
{
    /// <summary>Connection string of the study's storage account.</summary>
    public required string Study { get; init; }

    /// <summary>Connection string of the account with the contact store; the study's own where there is none apart.</summary>
    public required string Identity { get; init; }

    /// <summary>Sees every call to storage; tests and benchmarks count them or make them fail.</summary>
    public HttpPipelinePolicy? Observer { get; init; }
}
