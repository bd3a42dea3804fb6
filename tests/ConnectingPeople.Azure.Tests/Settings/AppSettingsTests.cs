using System.Text.Json;
using ConnectingPeople.Azure.Tests.Support;
using ConnectingPeople.Functions;
using ConnectingPeople.LocalHost.Builder;
using ConnectingPeople.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ConnectingPeople.Azure.Tests.Settings;

/// <summary>The app itself judges the settings that the template gives it.</summary>
public sealed class AppSettingsTests
{
    private static readonly Dictionary<string, string> Sample = JsonDocument.Parse(File.ReadAllText(Repository.PathTo("local.settings.sample.json")))
        .RootElement.GetProperty("Values").EnumerateObject().ToDictionary(setting => setting.Name, setting => setting.Value.GetString()!);

    public static TheoryData<string> Environments => ["test", "production"];

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task None_is_missing(string environment)
    {
        Dictionary<string, string> settings = Resolved(await Template.OfAsync(environment));

        Assert.Null(await RefusalAsync(settings));
    }

    [Fact]
    public async Task None_is_there_that_nothing_needs()
    {
        Dictionary<string, string> settings = Resolved(await Template.OfAsync("production"));
        List<string> notNeeded = [];

        foreach (string setting in settings.Keys)
        {
            string? refusal = await RefusalAsync(new Dictionary<string, string>(settings.Where(other => other.Key != setting)));
            if (refusal is null)
            {
                notNeeded.Add(setting);
            }
            else
            {
                Assert.Contains(setting, refusal, StringComparison.Ordinal);
            }
        }

        Assert.Equal(
            [
                // Azure's own.
                "APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "APPLICATIONINSIGHTS_CONNECTION_STRING", "AzureWebJobsDisableHomepage",
                // Without it the app would ask for an identity that it hasn't got.
                "AzureWebJobsStorage__clientId", "IdentityStorage__clientId",
                "OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID",
                // Says out loud what is the default.
                "Study__Path",
            ],
            notNeeded.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Each_of_the_sample_is_there_but_for_what_Azure_says_in_another_way()
    {
        Dictionary<string, string> settings = (await Template.OfAsync("production")).Settings();

        Assert.Equal(
            ["AzureWebJobsStorage", "FUNCTIONS_WORKER_RUNTIME", "IdentityStorage", "OTEL_EXPORTER_OTLP_ENDPOINT", "Privacy__FormerLookupKeys__0", "Twilio__From"],
            Sample.Keys.Except(settings.Keys).Order(StringComparer.Ordinal));
        Assert.Equal("managedidentity", settings["AzureWebJobsStorage__credential"]);
        Assert.Equal("managedidentity", settings["IdentityStorage__credential"]);
        Assert.StartsWith("stcpstudy", settings["AzureWebJobsStorage__accountName"], StringComparison.Ordinal);
        Assert.StartsWith("stcpident", settings["IdentityStorage__accountName"], StringComparison.Ordinal);
        Assert.Equal("true", settings["AzureWebJobsDisableHomepage"]);
    }

    [Fact]
    public async Task Secrets_are_references_to_the_vault_and_no_other_setting_is()
    {
        Template template = await Template.OfAsync("production");
        string vault = template.One("Microsoft.KeyVault/vaults").Text("name");

        Dictionary<string, string> references = template.Settings().Where(setting => IsReference(setting.Value)).ToDictionary();

        Assert.Equal(
            new Dictionary<string, string>
            {
                ["Twilio__AuthToken"] = $"@Microsoft.KeyVault(VaultName={vault};SecretName=Twilio--AuthToken)",
                ["SendGrid__ApiKey"] = $"@Microsoft.KeyVault(VaultName={vault};SecretName=SendGrid--ApiKey)",
                ["Privacy__ContactKeys__0"] = $"@Microsoft.KeyVault(VaultName={vault};SecretName=Privacy--ContactKeys--0)",
                ["Privacy__LookupKey"] = $"@Microsoft.KeyVault(VaultName={vault};SecretName=Privacy--LookupKey)",
                ["Privacy__LinkKey"] = $"@Microsoft.KeyVault(VaultName={vault};SecretName=Privacy--LinkKey)",
            },
            references);
    }

    [Fact]
    public async Task References_that_Azure_could_not_resolve_are_all_named_and_the_start_is_refused()
    {
        Template template = await Template.OfAsync("production");
        Dictionary<string, string> settings = Resolved(template);
        foreach ((string name, string value) in template.Settings().Where(setting => IsReference(setting.Value)))
        {
            settings[name] = value;
        }

        string? refusal = await RefusalAsync(settings);

        Assert.NotNull(refusal);
        Assert.All((string[])["Twilio__AuthToken", "SendGrid__ApiKey", "Privacy__ContactKeys__0", "Privacy__LookupKey", "Privacy__LinkKey"],
            name => Assert.Contains($"{name} is a Key Vault reference that didn't resolve", refusal, StringComparison.Ordinal));
    }

    private static bool IsReference(string value) => value.StartsWith("@Microsoft.KeyVault(", StringComparison.Ordinal);

    /// <summary>The settings as the app sees them: secrets as in the sample, and a client id for what only Azure knows.</summary>
    private static Dictionary<string, string> Resolved(Template template) => template.Settings().ToDictionary(
        setting => setting.Key,
        setting => IsReference(setting.Value) ? Sample[setting.Key]
            : setting.Key == "APPLICATIONINSIGHTS_CONNECTION_STRING" ? "InstrumentationKey=55555555-5555-4555-8555-555555555555"
            : setting.Value.StartsWith('[') ? "55555555-5555-4555-8555-555555555555"
            : setting.Value);

    /// <summary>Starts the app as far as settings are judged: nothing outside is called.</summary>
    /// <returns>Why it refuses; null if it doesn't.</returns>
    private static async Task<string?> RefusalAsync(Dictionary<string, string> settings)
    {
        try
        {
            FunctionsApplicationBuilder builder = Functions.Setup.CreateBuilder(
                ["--port=0", .. Sample.Keys.Except(settings.Keys).Select(name => $"--{name}="), .. settings.Select(setting => $"--{setting.Key}={setting.Value}")]);
            IHost host = builder.Build();
            await using IAsyncDisposable ending = (IAsyncDisposable)host;
            host.Services.GetRequiredService<IStartupValidator>().Validate();
            return null;
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            return e.Message;
        }
    }
}
