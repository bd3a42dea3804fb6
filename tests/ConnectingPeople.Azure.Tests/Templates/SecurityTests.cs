using System.Text.Json;
using ConnectingPeople.Azure.Tests.Support;

namespace ConnectingPeople.Azure.Tests.Templates;

/// <summary>What the compiled template promises about people's data.</summary>
public sealed class SecurityTests
{
    /// <summary>Azure's built-in roles by their ids (Microsoft, "Azure built-in roles").</summary>
    private static readonly Dictionary<string, string> RoleNames = new()
    {
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
        ["b86a8fe4-44ce-4948-aee5-eccb2c155cd7"] = "Key Vault Secrets Officer",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
    };

    public static TheoryData<string> Environments => ["test", "production"];

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Names_and_answers_lie_in_two_accounts_that_take_no_keys_and_old_ciphers(string environment)
    {
        Template template = await Template.OfAsync(environment);

        JsonElement[] accounts = [.. template.All("Microsoft.Storage/storageAccounts")];
        Assert.Equal(["stcpident", "stcpstudy"], accounts.Select(account => account.Text("name")[..9]).Order(StringComparer.Ordinal));
        Assert.All(accounts, account =>
        {
            Assert.Equal("false", account.Text("properties.allowSharedKeyAccess"));
            Assert.Equal("false", account.Text("properties.allowBlobPublicAccess"));
            Assert.Equal("false", account.Text("properties.allowCrossTenantReplication"));
            Assert.Equal("TLS1_2", account.Text("properties.minimumTlsVersion"));
            Assert.Equal("true", account.Text("properties.supportsHttpsTrafficOnly"));
            Assert.Equal("true", account.Text("properties.encryption.requireInfrastructureEncryption"));
        });
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Exports_have_versions_come_back_after_deletion_and_cannot_be_changed(string environment)
    {
        Template template = await Template.OfAsync(environment);

        JsonElement blobs = template.One("Microsoft.Storage/storageAccounts/blobServices");
        JsonElement exports = template.One("Microsoft.Storage/storageAccounts/blobServices/containers", "/exports");
        JsonElement policy = template.One("Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies");
        JsonElement lifecycle = template.One("Microsoft.Storage/storageAccounts/managementPolicies");
        string days = environment == "production" ? "30" : "1";
        string afterwards = environment == "production" ? "31" : "2";
        Assert.StartsWith("stcpstudy", blobs.Text("name"), StringComparison.Ordinal);
        Assert.Equal("true", blobs.Text("properties.isVersioningEnabled"));
        Assert.Equal("14", blobs.Text("properties.deleteRetentionPolicy.days"));
        Assert.Equal("14", blobs.Text("properties.containerDeleteRetentionPolicy.days"));
        Assert.Equal("true", exports.Text("properties.immutableStorageWithVersioning.enabled"));
        Assert.Equal("None", exports.Text("properties.publicAccess"));
        Assert.EndsWith("/exports/default", policy.Text("name"), StringComparison.Ordinal);
        Assert.Equal(days, policy.Text("properties.immutabilityPeriodSinceCreationInDays"));
        Assert.Equal(afterwards, lifecycle.At("properties.policy.rules")[0].Text("definition.actions.version.delete.daysAfterCreationGreaterThan"));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Each_identity_may_do_what_it_must_and_nothing_else(string environment)
    {
        Template template = await Template.OfAsync(environment);

        Assert.Equal(
            [
                "app: Key Vault Secrets User on kv-cp-",
                $"app: Monitoring Metrics Publisher on appi-connecting-people-{environment}",
                "app: Storage Blob Data Contributor on stcpstudy",
                "app: Storage Queue Data Contributor on stcpstudy",
                "app: Storage Table Data Contributor on stcpstudy",
                "contacts: Storage Table Data Contributor on stcpident",
                "officers: Key Vault Secrets Officer on kv-cp-",
            ],
            template.All("Microsoft.Authorization/roleAssignments").Select(Granted).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Secrets_come_back_after_deletion_and_nobody_can_purge_them(string environment)
    {
        JsonElement vault = (await Template.OfAsync(environment)).One("Microsoft.KeyVault/vaults");

        Assert.Equal("true", vault.Text("properties.enableRbacAuthorization"));
        Assert.Equal("true", vault.Text("properties.enablePurgeProtection"));
        Assert.Equal("90", vault.Text("properties.softDeleteRetentionInDays"));
    }

    [Theory]
    [InlineData("test", "Enabled", "Allow", 0)]
    [InlineData("production", "Disabled", "Deny", 5)]
    public async Task A_switch_closes_every_door_but_the_private_ones(string environment, string network, string others, int doors)
    {
        Template template = await Template.OfAsync(environment);

        Assert.All((JsonElement[])[.. template.All("Microsoft.Storage/storageAccounts"), template.One("Microsoft.KeyVault/vaults")], closed =>
        {
            Assert.Equal(network, closed.Text("properties.publicNetworkAccess"));
            Assert.Equal(others, closed.Text("properties.networkAcls.defaultAction"));
            Assert.Equal("None", closed.Text("properties.networkAcls.bypass"));
        });
        Assert.Equal(doors, template.All("Microsoft.Network/privateEndpoints").Count());
        Assert.Equal(doors, template.All("Microsoft.Network/privateEndpoints/privateDnsZoneGroups").Count());
        Assert.Equal(doors > 0, template.One("Microsoft.Web/sites").At("properties").TryGetProperty("virtualNetworkSubnetId", out JsonElement subnet)
            && subnet.ValueKind == JsonValueKind.String);
    }

    [Fact]
    public async Task Each_private_door_leads_into_one_service_under_its_own_name()
    {
        Template template = await Template.OfAsync("production");

        Assert.Equal(
            ["identity-table: stcpident table", "study-blob: stcpstudy blob", "study-queue: stcpstudy queue", "study-table: stcpstudy table", "vault: kv-cp- vault"],
            template.All("Microsoft.Network/privateEndpoints").Select(Door).Order(StringComparer.Ordinal));
        Assert.Equal(4, template.All("Microsoft.Network/privateDnsZones/virtualNetworkLinks").Count());

        static string Door(JsonElement endpoint)
        {
            JsonElement connection = endpoint.At("properties.privateLinkServiceConnections")[0];
            return $"{connection.Text("name")}: {NameOf(connection.Text("properties.privateLinkServiceId"))} {connection.At("properties.groupIds")[0].GetString()}";
        }
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task The_app_speaks_https_alone_and_is_published_to_without_a_password(string environment)
    {
        Template template = await Template.OfAsync(environment);

        JsonElement app = template.One("Microsoft.Web/sites");
        JsonElement settings = app.At("properties.siteConfig");
        Assert.Equal("true", app.Text("properties.httpsOnly"));
        Assert.Equal("1.2", settings.Text("minTlsVersion"));
        Assert.Equal("1.2", settings.Text("scmMinTlsVersion"));
        Assert.Equal("Disabled", settings.Text("ftpsState"));
        Assert.Equal("UserAssigned", app.Text("identity.type"));
        Assert.Equal("UserAssignedIdentity", app.Text("properties.functionAppConfig.deployment.storage.authentication.type"));
        Assert.EndsWith("-app", app.Text("properties.keyVaultReferenceIdentity"), StringComparison.Ordinal);
        Assert.Equal(["false", "false"], template.All("Microsoft.Web/sites/basicPublishingCredentialsPolicies").Select(way => way.Text("properties.allow")));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task The_app_runs_on_Flex_Consumption_as_an_isolated_worker_of_dotnet_10(string environment)
    {
        Template template = await Template.OfAsync(environment);

        JsonElement runtime = template.One("Microsoft.Web/sites").At("properties.functionAppConfig.runtime");
        Assert.Equal("FC1", template.One("Microsoft.Web/serverfarms").Text("sku.name"));
        Assert.Equal(("dotnet-isolated", "10.0"), (runtime.Text("name"), runtime.Text("version")));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task People_sign_in_with_Entra_without_a_secret_and_webhooks_come_through(string environment)
    {
        Template template = await Template.OfAsync(environment);

        JsonElement signIn = template.One("Microsoft.Web/sites/config", "authsettingsV2").At("properties");
        JsonElement entra = signIn.At("identityProviders.azureActiveDirectory");
        Assert.Equal("true", signIn.Text("platform.enabled"));
        Assert.Equal("false", signIn.Text("globalValidation.requireAuthentication"));
        Assert.Equal("AllowAnonymous", signIn.Text("globalValidation.unauthenticatedClientAction"));
        Assert.Equal("false", signIn.Text("login.tokenStore.enabled"));
        Assert.Equal("22222222-2222-4222-8222-222222222222", entra.Text("registration.clientId"));
        Assert.Equal("OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID", entra.Text("registration.clientSecretSettingName"));
        Assert.Contains("44444444-4444-4444-8444-444444444444", entra.Text("registration.openIdIssuer"), StringComparison.Ordinal);
        Assert.Contains("OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID", template.Settings().Keys);
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Who_looked_at_names_exports_and_secrets_is_kept(string environment)
    {
        Template template = await Template.OfAsync(environment);

        string[] logged = [.. template.All("Microsoft.Insights/diagnosticSettings").SelectMany(Logged).Order(StringComparer.Ordinal)];

        Assert.Equal(
            [
                "func-connecting-people AppServiceAuthenticationLogs", "func-connecting-people FunctionAppLogs",
                "kv-cp- audit",
                "stcpident tableServices StorageDelete", "stcpident tableServices StorageRead", "stcpident tableServices StorageWrite",
                "stcpstudy blobServices StorageDelete", "stcpstudy blobServices StorageRead", "stcpstudy blobServices StorageWrite",
            ],
            logged);
        Assert.Equal("true", template.One("Microsoft.Insights/components").Text("properties.DisableLocalAuth"));
    }

    /// <summary>Who may do what to what, without what differs from one group to another.</summary>
    private static string Granted(JsonElement assignment)
    {
        string who = assignment.Text("properties.principalId");
        string name = who.Contains("-app'", StringComparison.Ordinal) ? "app" : who.Contains("-contacts'", StringComparison.Ordinal) ? "contacts" : "officers";
        return $"{name}: {RoleNames[assignment.Text("properties.roleDefinitionId").Split('/')[^1]]} on {NameOf(assignment.Text("id").Split("/providers/Microsoft.Authorization")[0])}";
    }

    private static IEnumerable<string> Logged(JsonElement setting)
    {
        string[] parts = setting.Text("id").Split("/providers/")[1].Split('/');
        string target = parts.Length > 3 && parts[3] != "providers" ? $"{NameOf(parts[2])} {parts[3]}" : NameOf(parts[2]);
        return setting.At("properties").TryGetProperty("logs", out JsonElement logs)
            ? logs.EnumerateArray().Select(log => $"{target} {(log.TryGetProperty("category", out JsonElement category) ? category : log.GetProperty("categoryGroup")).GetString()}")
            : [];
    }

    private static string NameOf(string id)
    {
        string name = id.Split('/')[^1];
        return ((string[])["stcpstudy", "stcpident", "kv-cp-", "func-connecting-people"]).FirstOrDefault(start => name.StartsWith(start, StringComparison.Ordinal)) ?? name;
    }
}
