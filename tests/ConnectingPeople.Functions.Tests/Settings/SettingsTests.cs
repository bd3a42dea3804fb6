using System.Text.Json;
using Azure.Storage.Blobs;
using ConnectingPeople.Functions.Storage;
using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Testing;
using Microsoft.Extensions.Options;

namespace ConnectingPeople.Functions.Tests.Settings;

/// <summary>A setting that is missing or bad stops the start, in words that name it.</summary>
public sealed class SettingsTests
{
    [Theory]
    [InlineData("Twilio__AccountSid", "")]
    [InlineData("Twilio__AccountSid", "AC123")]
    [InlineData("Twilio__AuthToken", "")]
    [InlineData("Twilio__From", "")]
    [InlineData("Twilio__BaseUrl", "")]
    [InlineData("Twilio__BaseUrl", "api.twilio.com")]
    [InlineData("Twilio__BaseUrl", "ftp://api.twilio.com")]
    [InlineData("Twilio__OptOutHandledBy", "nobody")]
    [InlineData("Twilio__OptOutHandledBy", "")]
    [InlineData("SendGrid__ApiKey", "")]
    [InlineData("SendGrid__ApiKey", "nonsense")]
    [InlineData("SendGrid__From", "")]
    [InlineData("SendGrid__From", "the study")]
    [InlineData("SendGrid__BaseUrl", "")]
    [InlineData("SendGrid__BaseUrl", "api.sendgrid.com")]
    [InlineData("SendGrid__EventPublicKey", "")]
    [InlineData("SendGrid__EventPublicKey", "not base64")]
    [InlineData("SendGrid__EventPublicKey", "AAAA")]
    [InlineData("SendGrid__EventPublicKey", "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAET7+SwfIL+TDw0shQmdYyoBJOxXhLzweGITCmBPvslst5BEjh02nweFg5X+OWOB4aPtrR37wZhVSDKSvm5DxBRQ")]
    [InlineData("Site__PublicUrl", "")]
    [InlineData("Site__PublicUrl", "study.example.org")]
    [InlineData("Site__PublicUrl", "http://")]
    [InlineData("Site__PublicUrl", "ftp://study.example.org")]
    [InlineData("Site__PublicUrl", "https://study.example.org?a=b")]
    [InlineData("Privacy__LookupKey", "")]
    [InlineData("Privacy__LookupKey", "not base64")]
    [InlineData("Privacy__LookupKey", "c2hvcnQ=")]
    [InlineData("Privacy__FormerLookupKeys__0", "c2hvcnQ=")]
    [InlineData("Privacy__ContactKeys__0", "")]
    [InlineData("Privacy__ContactKeys__0", "bG9jYWwtZGV2ZWxvcG1lbnQtY29udGFjdC1rZXktMDE=")]
    [InlineData("Privacy__ContactKeys__0", "2026-01:c2hvcnQ=")]
    [InlineData("Privacy__ContactKeys__0", "a.b:bG9jYWwtZGV2ZWxvcG1lbnQtY29udGFjdC1rZXktMDE=")]
    [InlineData("Privacy__ContactKeys__0", ":bG9jYWwtZGV2ZWxvcG1lbnQtY29udGFjdC1rZXktMDE=")]
    [InlineData("Privacy__ContactKeys__1", "2026-01")]
    [InlineData("Privacy__ContactKeys__1", "local-development-only:bG9jYWwtZGV2ZWxvcG1lbnQtY29udGFjdC1rZXktMDI=")]
    [InlineData("Privacy__LinkKey", "")]
    [InlineData("Privacy__LinkKey", "bG9jYWwtZGV2ZWxvcG1lbnQtbGluay1rZXktMDAwMDEyMzQ1Njc4OTA=")]
    [InlineData("AzureWebJobsStorage", "")]
    [InlineData("AzureWebJobsStorage", "nonsense")]
    [InlineData("IdentityStorage", "nonsense")]
    [InlineData("CheckInSchedule", "")]
    [InlineData("CheckInSchedule", "every minute")]
    [InlineData("CheckInSchedule", "61 * * * * *")]
    [InlineData("ExportSchedule", "")]
    [InlineData("RetentionSchedule", "each night")]
    [InlineData("MeasureSchedule", "")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "nonsense")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "InstrumentationKey=nonsense")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "localhost:4317")]
    [InlineData("Study__Path", "Studies/missing.yaml")]
    [InlineData("Study__Path", "Studies")]
    [InlineData("Study__Path", "/")]
    public async Task It_is_named(string setting, string value)
    {
        string message = await StartFailsAsync($"--{setting}={value}");

        Assert.Contains(setting, message, StringComparison.Ordinal);
    }

    public static TheoryData<string> EverySetting => [.. JsonDocument.Parse(File.ReadAllText(Repository.PathTo("local.settings.sample.json")))
        .RootElement.GetProperty("Values").EnumerateObject().Select(setting => setting.Name)];

    [Theory]
    [MemberData(nameof(EverySetting))]
    public async Task It_is_named_where_it_still_is_a_Key_Vault_reference(string setting)
    {
        string message = await StartFailsAsync($"--{setting}=@Microsoft.KeyVault(VaultName=kv-study;SecretName=Some--Secret)");

        Assert.StartsWith($"{setting} is a Key Vault reference that didn't resolve.", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AzureWebJobsStorage has a connection string, but AzureWebJobsStorage__accountName would use an identity.", "--AzureWebJobsStorage__accountName=stcpstudy")]
    [InlineData("IdentityStorage has a connection string, but IdentityStorage__clientId would use an identity.",
        "--IdentityStorage=UseDevelopmentStorage=true", "--IdentityStorage__clientId=55555555-5555-4555-8555-555555555555")]
    [InlineData("needs the setting AzureWebJobsStorage, which has no value. Set it to a storage connection string, or AzureWebJobsStorage__accountName to use an identity.",
        "--AzureWebJobsStorage=")]
    [InlineData("AzureWebJobsStorage__accountName isn't the name of a storage account", "--AzureWebJobsStorage=", "--AzureWebJobsStorage__accountName=St_1")]
    [InlineData("AzureWebJobsStorage__accountName is missing, and AzureWebJobsStorage__blobServiceUri isn't an https address either.",
        "--AzureWebJobsStorage=", "--AzureWebJobsStorage__credential=managedidentity", "--AzureWebJobsStorage__queueServiceUri=https://a.example.org")]
    [InlineData("AzureWebJobsStorage__tableServiceUri isn't an https address either.",
        "--AzureWebJobsStorage=", "--AzureWebJobsStorage__accountName=stcpstudy", "--AzureWebJobsStorage__tableServiceUri=http://a.example.org")]
    [InlineData("AzureWebJobsStorage__credential must be managedidentity",
        "--AzureWebJobsStorage=", "--AzureWebJobsStorage__accountName=stcpstudy", "--AzureWebJobsStorage__credential=secret")]
    [InlineData("IdentityStorage__clientId must be the client id (a GUID) of a managed identity",
        "--IdentityStorage__accountName=stcpident", "--IdentityStorage__credential=managedidentity", "--IdentityStorage__clientId=me")]
    [InlineData("IdentityStorage__clientId must be the client id (a GUID) of a managed identity, with IdentityStorage__credential managedidentity.",
        "--IdentityStorage__accountName=stcpident", "--IdentityStorage__clientId=55555555-5555-4555-8555-555555555555")]
    [InlineData("IdentityStorage__accountName is missing", "--IdentityStorage__credential=managedidentity")]
    public async Task Storage_that_is_said_halfway_or_in_two_ways_is_refused(string sentence, params string[] settings)
    {
        string message = await StartFailsAsync(settings);

        Assert.Contains(sentence, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_host_does_not_ask_for_storage_the_app_does()
    {
        ValidateOptionsResult judged = new StorageOptionsValidator().Validate(null, new StorageOptions());

        Assert.Contains("AzureWebJobsStorage is missing: a connection string, or AzureWebJobsStorage__accountName in Azure.", judged.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_are_missing_are_named_at_once()
    {
        string message = await StartFailsAsync("--Twilio__AuthToken=", "--Twilio__From=", "--Site__PublicUrl=", "--Privacy__LookupKey=", "--Privacy__LinkKey=");

        Assert.All((string[])["Twilio__AuthToken", "Twilio__From", "Twilio__MessagingServiceSid", "Site__PublicUrl", "Privacy__LookupKey", "Privacy__LinkKey"],
            setting => Assert.Contains(setting, message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_keys_of_the_sample_are_refused_in_azure_each_by_name()
    {
        string message = await StartFailsAsync("--WEBSITE_SITE_NAME=study");

        Assert.All((string[])["Privacy__LookupKey", "Privacy__LinkKey", "Privacy__ContactKeys__0"],
            setting => Assert.Contains($"{setting} is the key of the sample, which everybody may read.", message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_definition_with_errors_lists_them_all()
    {
        string path = await ShippedDefinition.WithAsync(("maxPerDay: 3", "maxPerDay: none"), ("every: P7D", "every: weekly"));

        string message = await StartFailsAsync($"--Study__Path={path}");

        Assert.Contains("maxPerDay", message, StringComparison.Ordinal);
        Assert.Contains("every", message, StringComparison.Ordinal);
        Assert.Contains(path, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_definition_may_be_a_blob()
    {
        string storage = await Azurite.NewAccountAsync();
        BlobContainerClient container = new(storage, "definitions");
        await container.CreateAsync();
        await container.UploadBlobAsync("spring/study.yaml", BinaryData.FromString(ShippedDefinition.With(("version: \"2026.1\"", "version: \"2026.2\""))));

        await using App app = await App.StartAsync(storage: storage, settings: "--Study__Path=blob:definitions/spring/study.yaml");

        Assert.Equal("2026.2", (await app.GetAsync("administrator", "/api/study")).Json.GetProperty("version").GetString());
    }

    [Theory]
    [InlineData("blob:definitions/autumn.yaml", "there is no such blob")]
    [InlineData("blob:definitions", "write blob:container/name.yaml")]
    public async Task A_blob_that_is_not_there_stops_the_start(string path, string why)
    {
        string storage = await Azurite.NewAccountAsync();

        Exception? failure = await Record.ExceptionAsync(async () =>
        {
            await using App app = await App.StartAsync(storage: storage, settings: $"--Study__Path={path}");
        });

        Assert.Contains("Study__Path", failure!.Message, StringComparison.Ordinal);
        Assert.Contains(why, failure.Message, StringComparison.Ordinal);
    }

    private static async Task<string> StartFailsAsync(params string[] settings)
    {
        Exception? failure = await Record.ExceptionAsync(async () =>
        {
            await using App app = await App.StartAsync(storage: "UseDevelopmentStorage=true", settings: settings);
        });
        Assert.NotNull(failure);
        return failure.Message;
    }
}
