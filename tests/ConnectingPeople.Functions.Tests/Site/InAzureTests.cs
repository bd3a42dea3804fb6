using System.Net;
using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.Site;

/// <summary>What pages do differently where the platform signs people in and the site is reached by https.</summary>
public sealed class InAzureTests
{
    /// <summary>The sample's keys are refused in Azure.</summary>
    private static readonly string[] OwnKeys =
    [
        $"--Privacy__LookupKey={Convert.ToBase64String(new byte[32])}", $"--Privacy__LinkKey={Convert.ToBase64String(new byte[32])}",
        $"--Privacy__ContactKeys__0=2026-01:{Convert.ToBase64String(new byte[32])}",
    ];

    [Fact]
    public async Task People_sign_in_with_the_platform_come_back_and_the_browser_insists_on_https()
    {
        await using App app = await App.StartAsync(settings: ["--Site__PublicUrl=https://study.example.org", "--WEBSITE_SITE_NAME=study", .. OwnKeys]);

        PageAnswer page = await app.BrowseAsync(null, "/participants/CP-000000?timeline=all");

        Assert.Equal(HttpStatusCode.Redirect, page.Status);
        Assert.Equal("/.auth/login/aad?post_login_redirect_uri=%2Fparticipants%2FCP-000000%3Ftimeline%3Dall", page.Location);
        Assert.Equal("max-age=31536000; includeSubDomains", page.Header("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Without_authentication_in_front_every_page_says_why_nobody_gets_in()
    {
        await using App app = await App.StartAsync(settings: ["--WEBSITE_AUTH_ENABLED=False"]);

        PageAnswer page = await app.BrowseAsync("administrator", "/enrol");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Contains("Authentication isn&#x27;t switched on", page.Text, StringComparison.Ordinal);
        Assert.StartsWith("text/html", page.Header("Content-Type"), StringComparison.Ordinal);
    }
}
