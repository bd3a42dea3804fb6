using System.Collections.Concurrent;
using ConnectingPeople.Functions.Tests.Support;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Browser))]

namespace ConnectingPeople.Functions.Tests.Support;

/// <summary>
/// One real Chromium for all tests of pages, started by the first; each test opens pages in contexts of its own, which close with it:
/// each is a process that would eat memory to the end of the run.
/// </summary>
public sealed class Browser : IAsyncDisposable
{
    /// <summary>As wide as a phone.</summary>
    public const int Phone = 390;

    /// <summary>As wide as a desk's screen.</summary>
    public const int Desk = 1440;

    /// <summary>Milliseconds that anything may take: two cores run all tests at once.</summary>
    private const float Patience = 60_000;

    private static readonly string[] Quiet =
        ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private static readonly string[] Wcag22AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    private static readonly ConcurrentDictionary<string, ConcurrentBag<IBrowserContext>> Opened = [];

    private static readonly ConcurrentBag<Task> Closing = [];

    private readonly Lazy<Task<(IPlaywright Driver, IBrowser Chromium)>> started = new(StartAsync);

    /// <summary>Opens a page of the app.</summary>
    /// <param name="app">The app.</param>
    /// <param name="who">Such as <c>practitioner:pat@example.org</c>; null for somebody who isn't signed in.</param>
    /// <param name="path">Such as <c>/enrol</c>.</param>
    /// <param name="width">Of the window, in pixels.</param>
    /// <param name="script">Whether the browser runs scripts.</param>
    public async Task<IPage> OpenAsync(App app, string? who, string path, int width = Desk, bool script = true)
    {
        IBrowserContext context = await NewContextAsync(new()
        {
            BaseURL = app.Http.BaseAddress!.ToString(),
            ViewportSize = new() { Width = width, Height = 900 },
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = script,
        });
        if (who is not null)
        {
            await context.AddCookiesAsync([new() { Name = "LocalSignIn", Value = Uri.EscapeDataString(who), Url = app.Http.BaseAddress!.ToString() }]);
        }

        context.SetDefaultTimeout(Patience);
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>An empty page that belongs to no app.</summary>
    /// <param name="width">Of the window, in pixels.</param>
    public async Task<IPage> NewPageAsync(int width = Desk)
    {
        IBrowserContext context = await NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 } });
        return await context.NewPageAsync();
    }

    /// <summary>What of a page breaks WCAG 2.2 AA, with all that can be unfolded unfolded; or makes it scroll sideways.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(fold => fold.open = true)");
        AxeResult result = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. Wcag22AA] } });
        List<string> faults = [.. result.Violations.Select(rule => $"{rule.Id}: {string.Join(" | ", rule.Nodes.Select(node => node.Html))}")];
        if (!await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"))
        {
            faults.Add("The page scrolls sideways.");
        }

        return faults;
    }

    /// <summary>Closes what a test opened, without keeping the next one waiting.</summary>
    /// <param name="test">Its unique id.</param>
    public static void Close(string test)
    {
        if (Opened.TryRemove(test, out ConcurrentBag<IBrowserContext>? contexts))
        {
            foreach (IBrowserContext context in contexts)
            {
                Closing.Add(context.CloseAsync());
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (started.IsValueCreated)
        {
            (IPlaywright driver, IBrowser chromium) = await started.Value;
            await Task.WhenAll(Closing);
            await chromium.DisposeAsync();
            driver.Dispose();
        }
    }

    private async Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions options)
    {
        IBrowserContext context = await (await started.Value).Chromium.NewContextAsync(options);
        Opened.GetOrAdd(TestContext.Current.Test!.UniqueID, _ => []).Add(context);
        return context;
    }

    private static async Task<(IPlaywright Driver, IBrowser Chromium)> StartAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        IPlaywright driver = await Playwright.CreateAsync();
        return (driver, await driver.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Headless = true,
            ChromiumSandbox = false,
            Args = Quiet,
        }));
    }
}
