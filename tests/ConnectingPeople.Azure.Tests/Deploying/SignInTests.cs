using System.Text.Json;
using ConnectingPeople.Azure.Tests.Support;
using ConnectingPeople.Domain;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Testing;

namespace ConnectingPeople.Azure.Tests.Deploying;

/// <summary>The script that registers sign-in with Entra ID, before the first deployment and after it.</summary>
public sealed class SignInTests
{
    [Fact]
    public void Its_roles_are_the_ones_that_the_app_knows()
    {
        using JsonDocument roles = JsonDocument.Parse(File.ReadAllText(Repository.PathTo("infra", "azure", "app-roles.json")));

        Assert.Equal(
            Enum.GetValues<Role>().Select(Words.Of).Order(StringComparer.Ordinal),
            roles.RootElement.EnumerateArray().Select(role => role.Text("value")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Before_the_first_deployment_it_registers_the_application_and_says_what_to_deploy_with()
    {
        using Checkout checkout = await Checkout.MakeAsync();

        Said said = await checkout.RunAsync("sign-in.sh", "test", "rg");

        Assert.True(said.ExitCode == 0, said.Error);
        Assert.Contains("export SIGN_IN_CLIENT_ID=22222222-2222-4222-8222-222222222222", said.Output, StringComparison.Ordinal);
        Assert.Contains("Deploy it, then run this again", said.Output, StringComparison.Ordinal);
        Assert.Single(checkout.Calls("az ad app create"));
        Assert.Single(checkout.Calls("az ad sp update --id 22222222-2222-4222-8222-222222222222 --set appRoleAssignmentRequired=true"));
    }

    [Fact]
    public async Task After_it_the_apps_identity_is_trusted_and_people_are_sent_back_to_it_however_often_it_runs()
    {
        using Checkout checkout = await Checkout.MakeAsync();
        await checkout.RunAsync("sign-in.sh", "test", "rg");
        checkout.Keep("identity", "66666666-6666-4666-8666-666666666666");
        checkout.Keep("host", "func-study.azurewebsites.net");
        checkout.Variables["PUBLIC_URL"] = "https://study.example.org/";

        await checkout.RunAsync("sign-in.sh", "test", "rg");
        Said said = await checkout.RunAsync("sign-in.sh", "test", "rg");

        Assert.True(said.ExitCode == 0, said.Error);
        Assert.Single(checkout.Calls("az ad app create"));
        Assert.Single(checkout.Calls("az ad app federated-credential create"));
        Assert.All(checkout.Calls("az ad app update --id 22222222-2222-4222-8222-222222222222 --web"), call => Assert.EndsWith(
            "https://func-study.azurewebsites.net/.auth/login/aad/callback https://study.example.org/.auth/login/aad/callback", call, StringComparison.Ordinal));
    }
}
