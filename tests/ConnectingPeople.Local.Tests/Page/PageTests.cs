using ConnectingPeople.Simulator;
using ConnectingPeople.Simulator.Cohort;
using ConnectingPeople.Simulator.Failures;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ConnectingPeople.Local.Tests.Page;

public sealed class PageTests(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task It_breaks_no_rule_of_wcag_22_aa(int width)
    {
        await using Table table = await BusyTableAsync();
        IPage page = await browser.OpenAsync(table, width);
        foreach (ILocator summary in await page.Locator("summary").AllAsync())
        {
            await summary.ClickAsync();
        }

        await Expect(page.FrameLocator("iframe.mail").GetByText("Two people need you.")).ToBeVisibleAsync();

        // Emails can't run scripts, so the rules can't be checked inside them; each has a title, which the rules would ask for.
        await Expect(page.Locator("iframe.mail")).ToHaveAttributeAsync("title", "Digest, to jo@example.org, 08:00");
        AxeResult result = await page.RunAxe(new AxeRunContext { Exclude = [new AxeSelector("iframe")] }, new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        });

        Assert.Empty(result.Violations.Select(rule => $"{rule.Id}: {string.Join(" | ", rule.Nodes.Select(node => node.Html))}"));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The page scrolls sideways.");
    }

    [Fact]
    public async Task It_says_that_nothing_is_real()
    {
        await using Table table = await Table.SetAsync();

        IPage page = await browser.OpenAsync(table);

        await Expect(page.Locator(".banner")).ToContainTextAsync("Simulation – no real messages are sent");
        await Expect(page.Locator("#time")).ToContainTextAsync("Monday 2 March 2026");
    }

    [Fact]
    public async Task Many_phones_come_in_pages_and_who_types_stays_on_theirs()
    {
        await using Table table = await Table.SetAsync();
        foreach (int number in Enumerable.Range(1, 30))
        {
            table.Simulator.Phones.Named($"+4477009000{number:00}", $"Person {number}");
        }

        IPage page = await browser.OpenAsync(table);
        await Expect(page.Locator(".phone")).ToHaveCountAsync(12);
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Phones" }).GetByRole(AriaRole.Link, new() { Name = "25 to 30" }).ClickAsync();
        await Expect(page.Locator(".phone")).ToHaveCountAsync(6);
        await page.GetByLabel("Text from Person 27").FillAsync("hello");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Log, new() { Name = "Messages on Person 27's phone" })).ToContainTextAsync("hello");
        await Expect(page.Locator(".phone")).ToHaveCountAsync(6);
        Assert.Empty((await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag22aa"] } })).Violations);
    }

    [Fact]
    public async Task An_export_is_made_and_its_files_are_there_to_read()
    {
        await using Table table = await Table.SetAsync();
        table.Study.Api["POST /api/exports"] = Results.Accepted("/api/exports/E1");
        table.Study.Api["GET /api/exports/E1"] = Results.Json(new { id = "E1", state = "complete", percent = 100, files = new[] { "participants.csv" } });
        table.Study.Api["GET /api/exports/E1/participants.csv"] = Results.Text("participant_id\nCP-7K3M9Q\n", "text/csv");
        IPage page = await browser.OpenAsync(table);

        await page.GetByRole(AriaRole.Button, new() { Name = "Make an export" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "participants.csv" })).ToHaveAttributeAsync("href", "/page/exports/E1/participants.csv");
        string file = await table.Http.GetStringAsync(new Uri("/page/exports/E1/participants.csv", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("participant_id\nCP-7K3M9Q\n", file);
        Assert.All(table.Study.Calls, call => Assert.Contains("Bearer local-researcher", call, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_in_a_text_can_be_followed_and_nothing_else_in_it_is_markup()
    {
        await using Table table = await Table.SetAsync();
        await table.SendAsync("Your form:\nhttp://localhost:7071/check-in/abc-_1. <b>Thank you</b>");
        await table.Simulator.SettledAsync();

        IPage page = await browser.OpenAsync(table);

        ILocator text = page.Locator(".theirs .text");
        await Expect(text.Locator("a")).ToHaveAttributeAsync("href", "http://localhost:7071/check-in/abc-_1");
        Assert.Equal("The study: Your form:\nhttp://localhost:7071/check-in/abc-_1. <b>Thank you</b>", await text.TextContentAsync());
    }

    [Fact]
    public async Task Another_site_cannot_press_its_buttons()
    {
        await using Table table = await Table.SetAsync();
        table.Http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        HttpResponseMessage answer = await table.Http.PostAsync(new Uri("/page/exports", UriKind.Relative), null, TestContext.Current.CancellationToken);

        Assert.Equal(403, (int)answer.StatusCode);
    }

    /// <summary>A table with something of everything the page can show.</summary>
    private static async Task<Table> BusyTableAsync()
    {
        Table table = await Table.SetAsync();
        table.Simulator.Phones.Named(Table.Amira, "Amira Hassan");
        table.Simulator.Phones.Behaving("+447700900002", Behaviour.Engaged);
        table.Study.AnswersWith("Who did you meet? Please tell us in your own words, as much or as little as you like.");
        await table.Simulator.TypeAsync(Table.Amira, "3", TestContext.Current.CancellationToken);
        table.Study.StatusCode = 503;
        await table.Simulator.TypeAsync(Table.Amira, "My friend Averyveryveryverylongunbrokenwordthatgoesonandon", TestContext.Current.CancellationToken);
        table.Simulator.Failures.Set("+447700900002", Failure.Filtered, times: 1);
        await table.SendAsync("How are you?", "+447700900002");
        await table.Simulator.TypeAsync("+447700900003", "STOP", TestContext.Current.CancellationToken);
        table.Simulator.Inboxes.Add(new()
        {
            MessageId = "1",
            To = "jo@example.org",
            From = "study@example.org",
            Subject = "Digest",
            Text = "Two people need you.",
            Html = "<p>Two people need you.</p>",
            At = NodaTime.Instant.FromUtc(2026, 3, 2, 8, 0),
            Trouble = "The study didn't take the event “bounce”: 503",
        });
        table.Simulator.Inboxes.Add(new()
        {
            MessageId = "2",
            To = "jo@example.org",
            From = "study@example.org",
            Subject = "Words alone",
            Text = "See http://localhost:7071/alerts",
            At = NodaTime.Instant.FromUtc(2026, 3, 2, 8, 30),
        });
        await table.Simulator.SettledAsync();
        return table;
    }
}
