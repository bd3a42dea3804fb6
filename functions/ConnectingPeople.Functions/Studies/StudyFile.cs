using Azure;
using Azure.Identity;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Storage;
using Microsoft.Extensions.Options;

namespace ConnectingPeople.Functions.Studies;

/// <summary>Finds and loads the study's definition.</summary>
public static class StudyFile
{
    /// <summary>What the path begins with where the definition is a blob of the study's storage account: <c>blob:container/name.yaml</c>.</summary>
    private const string Blob = "blob:";

    /// <summary>Loads what <c>Study__Path</c> names: a file beside the app or by its full path, or a blob.</summary>
    /// <exception cref="OptionsValidationException">With every error of the definition, for the person who starts the app.</exception>
    public static Study Load(IConfiguration settings)
    {
        string wanted = settings["Study:Path"] is { Length: > 0 } set ? set : "Studies/connecting-people.yaml";
        string yaml = wanted.StartsWith(Blob, StringComparison.Ordinal) ? ReadBlob(wanted, settings) : ReadFile(wanted);
        Loaded<Study> loaded = StudyDefinition.Load(yaml, wanted);
        return loaded.Value ?? throw Bad(
            $"The study definition can't be used. Mend these, then start again:\n{string.Join('\n', loaded.Errors)}");
    }

    private static string ReadFile(string wanted)
    {
        string path = Path.Combine(AppContext.BaseDirectory, wanted);
        return File.Exists(path) ? File.ReadAllText(path) : throw Bad($"Study__Path names '{wanted}', and there is no file {path}.");
    }

    private static string ReadBlob(string wanted, IConfiguration settings)
    {
        StorageConnection account = StorageConnection.Read(settings, StorageOptions.StudySetting);
        if (wanted[Blob.Length..].Split('/', 2) is not [{ Length: > 0 } container, { Length: > 0 } name])
        {
            throw Bad($"Study__Path names '{wanted}', which is no blob: write blob:container/name.yaml.");
        }

        if (account.Problems(StorageService.Blob).FirstOrDefault() is { } problem)
        {
            throw Bad($"Study__Path names the blob '{wanted}', and its storage can't be used. {problem}");
        }

        try
        {
            return new StorageAccount(account, observer: null, metrics: null).Blobs().GetBlobContainerClient(container).GetBlobClient(name).DownloadContent().Value.Content.ToString();
        }
        catch (Exception e) when (e is RequestFailedException or AuthenticationFailedException or AggregateException)
        {
            string why = e is RequestFailedException { Status: 404 } ? "there is no such blob in the account of AzureWebJobsStorage" : $"it can't be read: {e.Message.Split('\n')[0]}";
            throw Bad($"Study__Path names '{wanted}', and {why}.");
        }
    }

    private static OptionsValidationException Bad(string message) => new("Study__Path", typeof(Study), [message]);
}
