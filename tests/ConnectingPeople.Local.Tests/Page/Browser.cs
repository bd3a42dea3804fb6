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

    /// <param name="table">Whose page.</param>
    /// <param name="width">390 is a phone, 1440 a desk.</param>
    /// <param name="script">Whether the browser runs scripts.</param>
    public async Task<IPage> OpenAsync(Table table, int width = 1440, bool script = true)
    {
        IPage page = await browser!.NewPageAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 },
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = script,
        });
        await page.GotoAsync(table.Simulator.Url.ToString());
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await (browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        playwright?.Dispose();
    }
}
