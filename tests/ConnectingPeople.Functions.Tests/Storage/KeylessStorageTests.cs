using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Testing;

namespace ConnectingPeople.Functions.Tests.Storage;

/// <summary>
/// The app as a process of its own with settings as in Azure: no key anywhere, an identity for the study's account and another for
/// the account with names. Azurite takes tokens alone on these addresses (https with OAuth) and judges what comes.
/// </summary>
public sealed class KeylessStorageTests
{
    private const string AppIdentity = "55555555-5555-4555-8555-555555555555";
    private const string ContactsIdentity = "66666666-6666-4666-8666-666666666666";

    [Fact]
    public async Task The_app_enrols_and_exports_with_two_identities_and_without_a_key()
    {
        using Certificate certificate = new();
        await using Azurite storage = await Azurite.StartAsync("--oauth", "basic", "--cert", certificate.Path, "--key", certificate.KeyPath);
        await using IdentityEndpoint identities = await IdentityEndpoint.StartAsync();
        await using AppProcess app = await AppProcess.StartAsync(
            new Dictionary<string, string>
            {
                ["IDENTITY_ENDPOINT"] = identities.Address,
                ["IDENTITY_HEADER"] = IdentityEndpoint.Secret,
                ["SSL_CERT_FILE"] = certificate.Path,
                ["AzureWebJobsStorage"] = "",
                ["AzureWebJobsStorage__blobServiceUri"] = storage.Address("Blob", 1),
                ["AzureWebJobsStorage__queueServiceUri"] = storage.Address("Queue", 1),
                ["AzureWebJobsStorage__tableServiceUri"] = storage.Address("Table", 1),
                ["AzureWebJobsStorage__credential"] = "managedidentity",
                ["AzureWebJobsStorage__clientId"] = AppIdentity,
                ["IdentityStorage"] = "",
                ["IdentityStorage__tableServiceUri"] = storage.Address("Table", 2),
                ["IdentityStorage__credential"] = "managedidentity",
                ["IdentityStorage__clientId"] = ContactsIdentity,
            });

        await Deadline.UntilAsync(async () => (await app.Http.GetAsync("/health/ready")).IsSuccessStatusCode);
        app.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "local-administrator");
        await app.Http.PutAsJsonAsync("/api/agencies/north", new { name = "North team", sector = "nhs" });
        await app.Http.PutAsJsonAsync("/api/staff/pat@example.org", new { name = "Pat", agencyId = "north", role = "practitioner" });
        using HttpResponseMessage enrolled = await app.Http.PostAsJsonAsync("/api/participants", People.Form(People.Amira));
        app.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "local-researcher");
        using HttpResponseMessage asked = await app.Http.PostAsync("/api/exports", null);

        Assert.Equal(HttpStatusCode.Created, enrolled.StatusCode);
        await Deadline.UntilAsync(async () => (await app.Http.GetFromJsonAsync<JsonElement>(asked.Headers.Location)).GetProperty("state").GetString() == "complete");
        Assert.Equal([AppIdentity, ContactsIdentity], identities.Asked.Distinct().Order(StringComparer.Ordinal));
    }
}
