using System.Net;
using System.Text.RegularExpressions;
using ConnectingPeople.Functions.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ConnectingPeople.Functions.Tests.FollowUps;

/// <summary>The page of snapshots in real Chromium.</summary>
public sealed partial class ExportsPageTests(Browser browser)
{
    private const string Rita = "researcher:rita@example.org";

    [Fact]
    public async Task It_breaks_no_rule_of_wcag_22_aa()
    {
        await using App app = await SmallCohort.StartAsync();
        await BreakARowAsync(app);
        await app.ExportAsync();

        foreach (int width in (int[])[320, Browser.Phone, Browser.Desk])
        {
            IPage page = await browser.OpenAsync(app, Rita, "/exports", width);
            await Expect(page.GetByRole(AriaRole.Article)).ToHaveCountAsync(1);
            Assert.Empty(await Browser.FaultsAsync(page));
        }
    }

    [Fact]
    public async Task A_researcher_makes_a_snapshot_watches_it_and_downloads_it_without_scripts_and_with_the_keyboard_alone()
    {
        StorageObserver observer = new();
        await using App app = await SmallCohort.StartAsync(observer);
        TaskCompletionSource goOn = new();
        observer.Before = message => message.Request.Uri.Path.EndsWith("/answers.parquet", StringComparison.Ordinal) ? goOn.Task : Task.CompletedTask;
        IPage page = await browser.OpenAsync(app, Rita, "/exports", script: false);
        await Expect(page.GetByText("None yet. One is made each night.")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Make a snapshot now" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "A snapshot of Thursday 5 March 2026 at 11:00 is being made" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Progressbar)).ToHaveAttributeAsync("value", AtWork());
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Make a snapshot now" })).ToHaveCountAsync(0);
        goOn.SetResult();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The snapshot of Thursday 5 March 2026 at 11:00 is ready.", new() { Timeout = 20_000 });

        ILocator card = page.GetByRole(AriaRole.Article);
        await card.GetByText("files with their checksums").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        IDownload file = await page.RunAndWaitForDownloadAsync(() => card.GetByRole(AriaRole.Link, new() { Name = "answers.parquet" }).PressAsync("Enter"));
        Assert.Equal("answers.parquet", file.SuggestedFilename);
        IDownload all = await page.RunAndWaitForDownloadAsync(() => card.GetByRole(AriaRole.Button, new() { Name = "Download all as zip" }).PressAsync("Enter"));
        Assert.Equal("connecting-people-20260305T110000Z.zip", all.SuggestedFilename);
    }

    [Fact]
    public async Task It_loads_again_by_itself_only_for_who_watches_and_only_while_one_runs()
    {
        StorageObserver observer = new();
        await using App app = await SmallCohort.StartAsync(observer);
        TaskCompletionSource goOn = new();
        observer.Before = message => message.Request.Uri.Path.EndsWith("/answers.parquet", StringComparison.Ordinal) ? goOn.Task : Task.CompletedTask;
        PageAnswer asked = await app.SendFormAsync(Rita, "/exports", "/exports");

        PageAnswer watched = await app.BrowseAsync(Rita, "/exports?watch");
        PageAnswer looked = await app.BrowseAsync(Rita, "/exports");
        goOn.SetResult();
        await Deadline.UntilAsync(async () => (await app.BrowseAsync(Rita, "/exports")).Text.Contains("Newest", StringComparison.Ordinal));

        Assert.Equal((HttpStatusCode.SeeOther, "/exports?watch"), (asked.Status, asked.Location));
        Assert.Equal(("5", null), (watched.Header("Refresh"), looked.Header("Refresh")));
        Assert.Null((await app.BrowseAsync(Rita, "/exports?watch")).Header("Refresh"));
    }

    [Fact]
    public async Task A_form_that_another_site_sends_makes_no_snapshot()
    {
        await using App app = await App.StartAsync();

        PageAnswer forged = await app.BrowseAsync(Rita, "/exports", "POST", new Dictionary<string, string> { ["formToken"] = "1.x" }, from: "cross-site");

        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Equal(0, (await app.GetAsync("researcher", "/api/exports")).Json.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task The_newest_stands_first_with_its_facts_and_what_was_left_out()
    {
        await using App app = await SmallCohort.StartAsync();
        string first = await app.ExportAsync();
        await BreakARowAsync(app);
        string second = await app.ExportAsync();
        using Snapshot snapshot = await Snapshot.OfAsync(app, second);

        IPage page = await browser.OpenAsync(app, Rita, "/exports", script: false);
        ILocator cards = page.GetByRole(AriaRole.Article);

        await Expect(cards).ToContainTextAsync([second, first]);
        await Expect(cards.Nth(0)).ToContainTextAsync("Newest");
        await Expect(cards.Nth(0)).ToContainTextAsync($"{snapshot.Datasets.Sum(dataset => snapshot.Rows(dataset).Count)} rows");
        await Expect(cards.Nth(0)).ToContainTextAsync("Study definition 2026.1, software ");
        await Expect(cards.Nth(0)).ToContainTextAsync("1 stored row was left out");
        await Expect(cards.Nth(1)).Not.ToContainTextAsync("left out");
        foreach (string sum in snapshot.Manifest.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("sha256").GetString()!))
        {
            await Expect(cards.Nth(0)).ToContainTextAsync(sum);
        }
    }

    [Theory]
    [InlineData("R", "answers <- read_parquet(\"answers.parquet\")", "check_ins <- read_csv(\"check_ins.csv\", na = \"\", col_types = \"ccciccTTTTTTicii\")")]
    [InlineData("Python", "goals = pd.read_parquet(\"goals.parquet\")", "goals = load(\"goals\", [\"set_on\", \"rated_at\"], participant_id=\"string\", goal_id=\"string\", check_in_id=\"string\", wave=\"string\", rating=\"Int64\", label=\"string\")")]
    [InlineData("Stata", "import delimited \"goals.csv\", varnames(1)", "destring rating, replace\ndays set_on\nmoments rated_at\nsave \"goals.dta\", replace")]
    [InlineData("SPSS", "GET DATA /TYPE=TXT /FILE=\"goals.csv\"", "set_on SDATE10 check_in_id A2000 wave A2000 rated_at A20 rating F8.0")]
    public async Task The_lines_that_load_it_name_the_files_and_give_each_column_its_type(string tool, params string[] lines)
    {
        await using App app = await App.StartAsync();

        IPage page = await browser.OpenAsync(app, Rita, "/exports", script: false);
        await page.GetByRole(AriaRole.Region, new() { Name = "Load it" }).GetByText(tool, new() { Exact = true }).ClickAsync();
        string shown = await page.GetByRole(AriaRole.Region, new() { Name = $"Lines for {tool}" }).InnerTextAsync();

        Assert.All(lines, line => Assert.Contains(line, shown, StringComparison.Ordinal));
    }

    private static async Task BreakARowAsync(App app) => await app.Storage.Participants.UpsertEntityAsync(
        new Azure.Data.Tables.TableEntity("CP-000000", "participant") { ["State"] = "{" }, cancellationToken: TestContext.Current.CancellationToken);

    [GeneratedRegex("^[0-9]{1,2}$")]
    private static partial Regex AtWork();
}
