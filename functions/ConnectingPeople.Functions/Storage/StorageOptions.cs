using System.ComponentModel.DataAnnotations;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Options;

namespace ConnectingPeople.Functions.Storage;

/// <summary>Where data lives.</summary>
public sealed class StorageOptions : IValidatableObject
{
    public const string StudySetting = "AzureWebJobsStorage";
    public const string IdentitySetting = "IdentityStorage";

    /// <summary>The study's storage account.</summary>
    public StorageConnection Study { get; set; } = new(StudySetting);

    /// <summary>The account with the contact store; the study's own where there is none apart.</summary>
    public StorageConnection Identity { get; set; } = new(IdentitySetting);

    /// <summary>Sees every call to storage; tests and benchmarks count them or make them fail.</summary>
    public HttpPipelinePolicy? Observer { get; set; }

    public void Read(IConfiguration settings)
    {
        Study = StorageConnection.Read(settings, StudySetting);
        Identity = StorageConnection.Read(settings, IdentitySetting) is { IsSet: true } apart ? apart : Study;
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        IEnumerable<string> identity = Identity == Study ? [] : Identity.Problems(StorageService.Table);
        return Study.Problems(StorageService.Blob, StorageService.Queue, StorageService.Table).Concat(identity).Select(problem => new ValidationResult(problem));
    }
}

[OptionsValidator]
public sealed partial class StorageOptionsValidator : IValidateOptions<StorageOptions>;
