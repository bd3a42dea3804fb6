using System.ComponentModel.DataAnnotations;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Options;

namespace ConnectingPeople.Functions.Storage;

/// <summary>Where data lives.</summary>
public sealed class StorageOptions
{
    /// <summary>Connection string of the study's storage account.</summary>
    [Required(ErrorMessage = "AzureWebJobsStorage is missing: the connection string of the study's storage account.")]
    public string Study { get; set; } = "";

    /// <summary>Connection string of the account with the contact store; the study's own where there is none apart.</summary>
    public string Identity { get; set; } = "";

    /// <summary>Sees every call to storage; tests and benchmarks count them or make them fail.</summary>
    public HttpPipelinePolicy? Observer { get; set; }
}

[OptionsValidator]
public sealed partial class StorageOptionsValidator : IValidateOptions<StorageOptions>;
