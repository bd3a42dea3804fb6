using System.ComponentModel.DataAnnotations;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.Extensions.Options;

namespace ConnectingPeople.Functions.Storage;

/// <summary>Where data lives.</summary>
public sealed class StorageOptions : IValidatableObject
{
    /// <summary>Connection string of the study's storage account.</summary>
    [Required(ErrorMessage = "AzureWebJobsStorage is missing: the connection string of the study's storage account.")]
    public string Study { get; set; } = "";

    /// <summary>Connection string of the account with the contact store; the study's own where there is none apart.</summary>
    public string Identity { get; set; } = "";

    /// <summary>Sees every call to storage; tests and benchmarks count them or make them fail.</summary>
    public HttpPipelinePolicy? Observer { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach ((string setting, string account) in (IEnumerable<(string, string)>)[("AzureWebJobsStorage", Study), ("IdentityStorage", Identity)])
        {
            if (account.Length > 0 && !IsConnectionString(account))
            {
                yield return new ValidationResult($"{setting} isn't the connection string of a storage account.");
            }
        }
    }

    private static bool IsConnectionString(string text)
    {
        try
        {
            return new TableServiceClient(text) is not null;
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }
}

[OptionsValidator]
public sealed partial class StorageOptionsValidator : IValidateOptions<StorageOptions>;
