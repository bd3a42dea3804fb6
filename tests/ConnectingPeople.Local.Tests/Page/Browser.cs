using Microsoft.Playwright;

namespace ConnectingPeople.Local.Tests.Page;

/// <summary>One real Chromium for all tests of pages; each test opens a page of its own.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Quiet =
        ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Headless = true,
            ChromiumSandbox = false,
            Args = Quiet,
        });
    }

    /// <param name="width">390 is a phone, 1440 a desk.</param>
    public Task<IPage> OpenAsync(int width = 1440, bool script = true) => browser!.NewPageAsync(new()
    {
        ViewportSize = new() { Width = width, Height = 900 },
        ReducedMotion = ReducedMotion.Reduce,
        JavaScriptEnabled = script,
    });

    public async ValueTask DisposeAsync()
    {
        await (browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        playwright?.Dispose();
    }
}
