using ConnectingPeople.Azure.Tests.Support;

namespace ConnectingPeople.Azure.Tests.Deploying;

/// <summary>The script that deploys: nothing is changed before everything is known, and what isn't ready goes back.</summary>
public sealed class DeployTests
{
    private static readonly string[] Changes = ["az deployment group create", "az functionapp deployment", "az tag update"];

    [Fact]
    public async Task It_shows_what_would_change_changes_it_publishes_and_sees_that_the_app_is_ready()
    {
        using Checkout checkout = await Checkout.MakeAsync();
        checkout.Keep("compiles", "");
        string release = await checkout.CommitAsync();

        Said said = await checkout.RunAsync("deploy.sh", "test", "rg", "--yes");

        Assert.True(said.ExitCode == 0, said.Error);
        Assert.EndsWith($"{release} is live and ready at https://study.example.org\n", said.Output, StringComparison.Ordinal);
        Assert.Equal(
            ["dotnet publish", "az deployment group what-if", "az deployment group create", "az functionapp deployment", "curl https://study.example.org/health/ready", "az tag update"],
            ((string[])["dotnet publish", "az deployment group what-if", .. Changes, "curl https://study.example.org/health/ready"])
                .OrderBy(step => Array.FindIndex(checkout.Calls(), call => call.StartsWith(step, StringComparison.Ordinal))));
        Assert.Contains("-p:FunctionsHost=Azure", Assert.Single(checkout.Calls("dotnet")), StringComparison.Ordinal);
        Assert.Equal(release, checkout.Kept("live"));
        Assert.Equal(release, checkout.Kept("release"));
    }

    [Fact]
    public async Task A_parameter_that_is_missing_is_named_at_what_if_and_nothing_is_changed()
    {
        using Checkout checkout = await Checkout.MakeAsync();
        checkout.Keep("compiles", "");
        checkout.Variables.Remove("TWILIO_ACCOUNT_SID");

        Said said = await checkout.RunAsync("deploy.sh", "test", "rg", "--yes");

        Assert.Equal(1, said.ExitCode);
        Assert.Contains("TWILIO_ACCOUNT_SID", said.Error, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was changed in Azure.\n", said.Error, StringComparison.Ordinal);
        NothingChanged(checkout);
    }

    [Theory]
    [InlineData("The environment is missing.")]
    [InlineData("The resource group is missing.", "test")]
    [InlineData("There is no infra/azure/staging.bicepparam.", "staging", "rg")]
    [InlineData("'--force' isn't understood.", "test", "rg", "--force")]
    public async Task What_the_command_lacks_is_named_and_Azure_is_not_even_asked(string sentence, params string[] arguments)
    {
        using Checkout checkout = await Checkout.MakeAsync();

        Said said = await checkout.RunAsync("deploy.sh", arguments);

        Assert.Equal(1, said.ExitCode);
        Assert.StartsWith(sentence, said.Error, StringComparison.Ordinal);
        Assert.Empty(checkout.Calls());
    }

    [Fact]
    public async Task What_is_not_committed_is_not_released()
    {
        using Checkout checkout = await Checkout.MakeAsync();
        checkout.ChangeWithoutCommitting();

        Said said = await checkout.RunAsync("deploy.sh", "test", "rg", "--yes");

        Assert.Equal(1, said.ExitCode);
        Assert.StartsWith("There are changes that aren't committed.", said.Error, StringComparison.Ordinal);
        Assert.Empty(checkout.Calls());
    }

    [Fact]
    public async Task Without_the_resource_group_it_says_how_to_make_one()
    {
        using Checkout checkout = await Checkout.MakeAsync();
        checkout.Forget("group");

        Said said = await checkout.RunAsync("deploy.sh", "test", "rg", "--yes");

        Assert.Equal(1, said.ExitCode);
        Assert.Contains("az group create --name rg", said.Error, StringComparison.Ordinal);
        NothingChanged(checkout);
    }

    [Fact]
    public async Task What_does_not_build_changes_nothing()
    {
        using Checkout checkout = await Checkout.MakeAsync();
        checkout.Keep("build-fails", "");

        Said said = await checkout.RunAsync("deploy.sh", "test", "rg", "--yes");

        Assert.Equal(1, said.ExitCode);
        Assert.Contains("doesn't build. Nothing was changed in Azure.", said.Error, StringComparison.Ordinal);
        NothingChanged(checkout);
    }

    [Theory]
    [InlineData(0, "--what-if")]
    [InlineData(1)]
    public async Task Only_looking_or_saying_nothing_changes_nothing(int exitCode, params string[] way)
    {
        using Checkout checkout = await Checkout.MakeAsync();

        Said said = await checkout.RunAsync("deploy.sh", ["test", "rg", .. way]);

        Assert.Equal(exitCode, said.ExitCode);
        Assert.Single(checkout.Calls("az deployment group what-if"));
        NothingChanged(checkout);
    }

    [Fact]
    public async Task Secrets_that_the_vault_lacks_are_named_and_nothing_is_published()
    {
        using Checkout checkout = await Checkout.MakeAsync();
        checkout.Keep("secrets", "Twilio--AuthToken\nPrivacy--LinkKey\n");

        Said said = await checkout.RunAsync("deploy.sh", "test", "rg", "--yes");

        Assert.Equal(1, said.ExitCode);
        Assert.Contains("--vault-name kv-study --name Privacy--LookupKey", said.Error, StringComparison.Ordinal);
        Assert.Contains("--vault-name kv-study --name Privacy--ContactKeys--0", said.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("--name Privacy--ContactKeys--1", said.Error, StringComparison.Ordinal);
        Assert.Contains("--vault-name kv-study --name SendGrid--ApiKey", said.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("--name Twilio--AuthToken", said.Error, StringComparison.Ordinal);
        Assert.Empty(checkout.Calls("az functionapp deployment"));
    }

    [Fact]
    public async Task A_release_that_is_not_ready_makes_way_for_the_one_before()
    {
        using Checkout checkout = await Checkout.MakeAsync();
        string good = await checkout.CommitAsync();
        await checkout.RunAsync("deploy.sh", "test", "rg", "--yes");
        string bad = await checkout.CommitAsync();
        checkout.Keep("sick", bad);

        Said said = await checkout.RunAsync("deploy.sh", "test", "rg", "--yes");

        Assert.Equal(1, said.ExitCode);
        Assert.Contains("https://study.example.org/health/ready isn't well: The requested URL returned error: 503", said.Error, StringComparison.Ordinal);
        Assert.Contains($"{bad} wasn't ready for work. {good} is live again and ready.", said.Error, StringComparison.Ordinal);
        Assert.Equal(good, checkout.Kept("live"));
        Assert.Equal(good, checkout.Kept("release"));
        Assert.EndsWith($"previous/infra/azure/test.bicepparam", checkout.Kept("provisioned"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_neither_is_ready_it_says_that_nobody_is_answered()
    {
        using Checkout checkout = await Checkout.MakeAsync();
        string good = await checkout.CommitAsync();
        await checkout.RunAsync("deploy.sh", "test", "rg", "--yes");
        string bad = await checkout.CommitAsync();
        checkout.Keep("sick", $"{good}\n{bad}\n");

        Said said = await checkout.RunAsync("deploy.sh", "test", "rg", "--yes");

        Assert.Equal(1, said.ExitCode);
        Assert.Contains("Nobody is answered now: read docs/runbooks/readiness.md at once.", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_release_that_is_not_ready_says_where_to_look()
    {
        using Checkout checkout = await Checkout.MakeAsync();
        checkout.Keep("sick", await checkout.CommitAsync());

        Said said = await checkout.RunAsync("deploy.sh", "test", "rg", "--yes");

        Assert.Equal(1, said.ExitCode);
        Assert.Contains("there is no release before it to put back. docs/runbooks/readiness.md says where to look", said.Error, StringComparison.Ordinal);
        Assert.Equal("", checkout.Kept("release"));
    }

    private static void NothingChanged(Checkout checkout) => Assert.DoesNotContain(checkout.Calls(), call => Changes.Any(change => call.StartsWith(change, StringComparison.Ordinal)));
}
