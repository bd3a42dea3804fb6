using ConnectingPeople.Azure.Tests.Support;
using ConnectingPeople.Testing;

namespace ConnectingPeople.Azure.Tests.Templates;

/// <summary>The template compiles and is well kept; what is missing is named before anything is asked of Azure.</summary>
public sealed class CompilingTests : IDisposable
{
    private readonly DirectoryInfo folder = Template.Copy();

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("build", "--stdout")]
    [InlineData("lint")]
    public async Task It_compiles_without_a_warning(string command, params string[] options)
    {
        Said said = await Bicep.RunAsync(folder.FullName, Site.Variables, [command, "main.bicep", .. options]);

        Assert.Equal("", said.Error);
        Assert.Equal(0, said.ExitCode);
    }

    [Fact]
    public async Task A_careless_change_would_be_a_warning()
    {
        await File.AppendAllTextAsync(Path.Combine(folder.FullName, "main.bicep"), "param nobodyReadsThis string\n");

        Said said = await Bicep.RunAsync(folder.FullName, Site.Variables, "lint", "main.bicep");

        Assert.Contains("nobodyReadsThis", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_files_are_laid_out_as_the_formatter_does()
    {
        Dictionary<string, string> before = Files();

        Said said = await Bicep.RunAsync(folder.FullName, Site.Variables, "format", "--pattern", "**/*.bicep");

        Assert.True(said.ExitCode == 0, said.Error);
        Assert.Equal(before, Files());
        Dictionary<string, string> Files() => Directory.EnumerateFiles(folder.FullName, "*.bicep", SearchOption.AllDirectories)
            .ToDictionary(file => file, File.ReadAllText);
    }

    [Fact]
    public async Task Variables_that_are_missing_are_all_named()
    {
        Said said = await Bicep.RunAsync(folder.FullName, new Dictionary<string, string>(), "build-params", "production.bicepparam", "--stdout");

        Assert.NotEqual(0, said.ExitCode);
        Assert.All(Site.Variables.Keys, variable => Assert.Contains($"\"{variable}\" does not exist", said.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Parameters_that_are_missing_are_all_named()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "test.bicepparam"), "using 'main.bicep'\n");

        Said said = await Bicep.RunAsync(folder.FullName, Site.Variables, "build-params", "test.bicepparam", "--stdout");

        Assert.NotEqual(0, said.ExitCode);
        Assert.All(
            (string[])[
                "environmentName", "privateEndpoints", "zoneRedundant", "alwaysReadyInstances", "maximumInstances", "exportImmutabilityDays",
                "logRetentionDays", "logGigabytesADay", "monthlyBudget", "budgetFrom", "onCallEmails", "secretsOfficers", "signInClientId", "publicUrl",
                "twilioAccountSid", "twilioMessagingServiceSid", "sendGridFrom", "sendGridEventPublicKey", "schedules",
            ],
            parameter => Assert.Contains($"\"{parameter}\"", said.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Values_that_cannot_be_right_are_refused()
    {
        Dictionary<string, string> wrong = new(Site.Variables) { ["TWILIO_ACCOUNT_SID"] = "AC123", ["SIGN_IN_CLIENT_ID"] = "the client", ["SENDGRID_FROM"] = "" };

        Said said = await Bicep.RunAsync(folder.FullName, wrong, "build-params", "test.bicepparam", "--stdout");

        Assert.NotEqual(0, said.ExitCode);
        Assert.Equal(3, said.Error.Split("too short").Length - 1);
    }
}
