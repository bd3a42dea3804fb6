using System.Net;
using ConnectingPeople.Functions.Site;
using ConnectingPeople.Functions.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ConnectingPeople.Functions.Tests.Site;

/// <summary>The start of the site, and what all pages have in common.</summary>
public sealed class HomePageTests(SharedApp shared, Browser browser) : IClassFixture<SharedApp>
{
    private readonly App app = shared.App;

    [Theory]
    [InlineData(null, Browser.Phone)]
    [InlineData(null, Browser.Desk)]
    [InlineData("researcher", Browser.Phone)]
    [InlineData("researcher", Browser.Desk)]
    public async Task It_breaks_no_rule_of_wcag_22_aa(string? who, int width)
    {
        IPage page = await browser.OpenAsync(app, who, "/", width);

        Assert.Empty(await Browser.FaultsAsync(page));
    }

    [Fact]
    public async Task Without_script_one_signs_in_sees_as_what_and_signs_out()
    {
        IPage page = await browser.OpenAsync(app, null, "/", script: false);

        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.GetByLabel("Researcher").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Banner)).ToContainTextAsync("researcher@local.example");
        await Expect(page.Locator(".app-header__role")).ToHaveTextAsync("researcher");
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign out" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Banner)).Not.ToContainTextAsync("researcher");
    }

    [Fact]
    public async Task Keyboard_users_skip_to_the_content()
    {
        IPage page = await browser.OpenAsync(app, null, "/");

        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to main content" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Pages_keep_themselves_to_themselves()
    {
        PageAnswer page = await app.BrowseAsync(null, "/");

        Assert.Equal(
            "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            page.Header("Content-Security-Policy"));
        Assert.Equal("no-store", page.Header("Cache-Control"));
        Assert.Equal("nosniff", page.Header("X-Content-Type-Options"));
        Assert.Equal("no-referrer", page.Header("Referrer-Policy"));
        Assert.Equal("same-origin", page.Header("Cross-Origin-Opener-Policy"));
        Assert.NotNull(page.Header("Permissions-Policy"));
        Assert.Null(page.Header("Strict-Transport-Security"));
        Assert.Equal("text/html; charset=utf-8", page.Header("Content-Type"));
    }

    [Fact]
    public async Task Styles_have_an_address_of_their_content_and_are_kept()
    {
        PageAnswer styles = await app.BrowseAsync(null, Asset.Styles.Address);
        using HttpRequestMessage again = new(HttpMethod.Get, Asset.Styles.Address);
        again.Headers.IfNoneMatch.ParseAdd(Asset.Styles.ETag);

        using HttpResponseMessage kept = await app.Http.SendAsync(again);

        Assert.Equal("public, max-age=31536000, immutable", styles.Header("Cache-Control"));
        Assert.Equal("text/css; charset=utf-8", styles.Header("Content-Type"));
        Assert.DoesNotContain("@font-face", styles.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("://", styles.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotModified, kept.StatusCode);
    }

    [Theory]
    [InlineData("site.css")]
    [InlineData("site.000000000000.css")]
    [InlineData("..%2Fhost.json")]
    [InlineData("host.json")]
    public async Task No_other_file_has_an_address(string file) =>
        Assert.Equal(HttpStatusCode.NotFound, (await app.BrowseAsync(null, $"/assets/{file}")).Status);
}
