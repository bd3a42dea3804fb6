using System.Net;
using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ConnectingPeople.Functions.Tests.Studies;

/// <summary>The page of the study definition in real Chromium.</summary>
public sealed class StudyPageTests(SharedApp shared, Browser browser) : IClassFixture<SharedApp>
{
    private const string Admin = "administrator";

    private readonly App app = shared.App;

    [Theory]
    [InlineData(320)]
    [InlineData(Browser.Phone)]
    [InlineData(Browser.Desk)]
    public async Task It_breaks_no_rule_of_wcag_22_aa(int width)
    {
        IPage page = await browser.OpenAsync(app, Admin, "/study", width);

        Assert.Empty(await Browser.FaultsAsync(page));
        await page.GetByRole(AriaRole.Button, new() { Name = "See what we would understand" }).ClickAsync();
        await Expect(page).ToHaveTitleAsync("Error: Study - Connecting People");
        Assert.Empty(await Browser.FaultsAsync(page));
    }

    [Fact]
    public async Task It_says_in_plain_words_what_is_asked_when_and_what_is_done_about_it()
    {
        IPage page = await browser.OpenAsync(app, Admin, "/study", script: false);
        ILocator main = page.GetByRole(AriaRole.Main);

        await Expect(main).ToContainTextAsync("09:00 to 20:00 where the person is, every day; at most 3 messages a day");
        await Expect(main).ToContainTextAsync("Each week on Thursday at 11:00, unless the person chose another day or time. Whoever is silent is reminded after 1 day. It closes 3 days after sending.");
        await Expect(main).ToContainTextAsync("Asked by text from 9 months after enrolment on. Whoever is silent is reminded after 2 days. Answers count from 8 months and 14 days after enrolment until 10 months and 14 days after it.");
        await Expect(main).ToContainTextAsync("How is \"[goal]\" going?");
        await Expect(main.GetByText("Only if goal is 2 or less.")).ToBeVisibleAsync();
        await Expect(main.GetByRole(AriaRole.Row, new() { Name = "Worrying words" })).ToContainTextAsync("30 minutes by the clock");
        await Expect(main.GetByRole(AriaRole.Row, new() { Name = "Access to advice" })).ToContainTextAsync("points from 1 (hard) to 5 (easy) advice, information, practical-help Higher");
    }

    [Theory]
    [InlineData("weekly/goal", "getting there", "An answer: 3 (getting there)", false)]
    [InlineData("weekly/people", "2 or 3", "Not clear, so we would ask again", false)]
    [InlineData("weekly/people", "please stop texting me", "Asks us to stop, so we would", false)]
    [InlineData("", "I want to die <script>alert(1)</script>", "means:", true)]
    public async Task A_reply_is_tried_and_nothing_is_stored(string question, string reply, string means, bool worries)
    {
        IReadOnlyList<string> before = await app.RowsAsync();
        IPage page = await browser.OpenAsync(app, Admin, "/study", Browser.Phone, script: false);

        await page.GetByLabel("To which question").SelectOptionAsync(question);
        await page.GetByLabel("What they write").FillAsync(reply);
        await page.GetByRole(AriaRole.Button, new() { Name = "See what we would understand" }).ClickAsync();

        ILocator result = page.GetByRole(AriaRole.Status);
        await Expect(result).ToContainTextAsync(means);
        await Expect(result).ToContainTextAsync(reply);
        await Expect(result.GetByText("Worrying")).ToHaveCountAsync(worries ? 1 : 0);
        Assert.Equal(before, await app.RowsAsync());
    }

    [Fact]
    public async Task A_definition_is_checked_line_by_line()
    {
        PageAnswer good = await app.SendFormAsync(Admin, "/study", "/study/check", ("definition", ShippedDefinition.Text));
        PageAnswer bad = await app.SendFormAsync(Admin, "/study", "/study/check", ("definition", ShippedDefinition.With(("maxPerDay: 3", "maxPerDay: none"))));
        PageAnswer nothing = await app.SendFormAsync(Admin, "/study", "/study/check", ("definition", " "));
        PageAnswer huge = await app.SendFormAsync(Admin, "/study", "/study/check", ("definition", new string('x', 600_000)));

        Assert.Contains("This definition can be used.", good.Text, StringComparison.Ordinal);
        Assert.Contains("This definition can&#x27;t be used yet: 1 error.", bad.Text, StringComparison.Ordinal);
        Assert.Matches("<strong>Line 1[0-9]</strong>, sending.maxPerDay: ", bad.Text);
        Assert.Equal(HttpStatusCode.BadRequest, nothing.Status);
        Assert.Contains("Paste a whole definition", nothing.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, huge.Status);
    }
}
