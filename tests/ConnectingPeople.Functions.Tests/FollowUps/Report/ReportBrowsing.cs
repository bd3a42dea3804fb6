using ConnectingPeople.Functions.FollowUps.Report;
using ConnectingPeople.Functions.Tests.Support;
using Microsoft.Playwright;

namespace ConnectingPeople.Functions.Tests.FollowUps.Report;

/// <summary>A report in a real browser, as a server would send it.</summary>
internal static class ReportBrowsing
{
    private const string Address = "http://report.test/report.html";

    /// <summary>Opens it with the policy that it must be served with; whatever else it asks for fails, and is kept in <paramref name="troubles"/>.</summary>
    public static async Task<IPage> ReadAsync(this Browser browser, string report, int width = Browser.Desk, List<string>? troubles = null)
    {
        IPage page = await browser.NewPageAsync(width);
        page.Console += (_, message) => troubles?.Add(message.Text);
        page.Request += (_, request) => { if (request.Url != Address) { troubles?.Add(request.Url); } };
        await page.RouteAsync("**/*", route => route.Request.Url == Address
            ? route.FulfillAsync(new() { Body = report, ContentType = "text/html; charset=utf-8", Headers = [new("Content-Security-Policy", ReportWriter.ContentSecurityPolicy)] })
            : route.AbortAsync());
        await page.GotoAsync(Address);
        return page;
    }

    /// <summary>The cells of a table, row by row, its heads among them.</summary>
    public static Task<string[][]> TableAsync(this IPage page, string id) =>
        page.EvaluateAsync<string[][]>("id => [...document.getElementById(id).tBodies[0].rows].map(row => [...row.cells].map(cell => cell.innerText.trim()))", id);
}
