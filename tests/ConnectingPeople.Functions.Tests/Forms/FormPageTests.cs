using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Functions.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ConnectingPeople.Functions.Tests.Forms;

/// <summary>The form as people use it, in a real browser: by keyboard, on small screens, with scripts off.</summary>
public sealed class FormPageTests(SharedApp shared, Browser browser) : IClassFixture<SharedApp>
{
    /// <summary>A desk's screen of 1280 pixels at 400 % has room for as much as this.</summary>
    private const int Narrowest = 320;

    private readonly App app = shared.App;

    [Fact]
    public async Task The_whole_form_is_filled_in_with_the_keyboard_alone_on_a_narrow_screen_without_script()
    {
        FilledForm form = await app.FormAsync();
        IPage page = await browser.OpenAsync(app, null, form.Path, Narrowest, script: false);

        await PressAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Start" }));
        await TabToAsync(page, page.GetByLabel("Not started"));
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Continue" }));
        await TabToAsync(page, page.GetByRole(AriaRole.Textbox));
        await page.Keyboard.TypeAsync("4");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Question 3 of 6")).ToBeVisibleAsync();
        await PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "I'd rather not say" }));
        await Expect(page.GetByText("Question 4 of 6")).ToBeVisibleAsync();
        await PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "I'd rather not say" }));
        await TabToAsync(page, page.GetByLabel("1 - not at all"));
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Question 6 of 6")).ToBeVisibleAsync();
        await TabToAsync(page, page.GetByRole(AriaRole.Textbox));
        await page.Keyboard.TypeAsync("I met Sam.\nIt was good.");
        await PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Continue" }));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Check your answers");
        await PressAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Change How many different people" }));
        await TabToAsync(page, page.GetByRole(AriaRole.Textbox));
        await page.Keyboard.TypeAsync("5");
        await page.Keyboard.PressAsync("Enter");
        await PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Send my answers" }));

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Thank you. Your answers are sent");
        Assert.Equal(CheckInStatus.Completed, (await form.StoredAsync()).Status);
        IReadOnlyDictionary<string, string?> answers = await form.AnswersAsync();
        Assert.Equal(("3", "5", null), (answers["goal"], answers["people"], answers["new-person"]));
        Assert.Equal(("1", "I met Sam.\nIt was good."), (answers["connected"], answers["anything-else"]));
    }

    [Theory]
    [InlineData("en-GB", Browser.Phone)]
    [InlineData("en-GB", Browser.Desk)]
    [InlineData("en-GB-easy", Narrowest)]
    [InlineData("en-GB-easy", Browser.Desk)]
    public async Task Every_page_holds_WCAG_2_2_AA_and_fits_the_screen(string language, int width)
    {
        FilledForm form = await app.FormAsync(language, new string('W', 200));
        await form.AnswerAsync("goal", "2");
        await form.AnswerAsync("anything-else", new string('w', 400));
        IPage page = await browser.OpenAsync(app, null, form.Path + "?page=start", width);
        Assert.Empty(await Browser.FaultsAsync(page));
        foreach (string question in (string[])["goal", "people", "new-person", "activity", "connected", "barrier", "anything-else"])
        {
            await page.GotoAsync(form.Question(question));
            Assert.Empty(await Browser.FaultsAsync(page));
            if (question is "people" or "connected")
            {
                await page.Locator("form button").First.ClickAsync();
                Assert.StartsWith("Error: ", await page.TitleAsync(), StringComparison.Ordinal);
                Assert.Empty(await Browser.FaultsAsync(page));
            }
        }

        await page.GotoAsync(form.Path + "?page=support");
        Assert.Empty(await Browser.FaultsAsync(page));
        foreach (string question in (string[])["people", "new-person", "activity", "connected", "barrier"])
        {
            await form.LeaveOutAsync(question);
        }

        await page.GotoAsync(form.Path);
        await Expect(page.GetByRole(AriaRole.Term)).ToHaveCountAsync(7);
        Assert.Empty(await Browser.FaultsAsync(page));
        await page.Locator("form button").ClickAsync();
        await Expect(page.Locator(".app-done")).ToBeVisibleAsync();
        Assert.Empty(await Browser.FaultsAsync(page));
        await page.GotoAsync("/check-in/x");
        Assert.Empty(await Browser.FaultsAsync(page));
    }

    [Theory]
    [InlineData("en-GB")]
    [InlineData("en-GB-easy")]
    public async Task Choices_and_days_hold_WCAG_2_2_AA_wrong_or_right(string language)
    {
        FilledForm form = await app.BaselineFormAsync(language);
        IPage page = await browser.OpenAsync(app, null, form.Question("last-outing"), Narrowest);
        await page.GetByLabel("Day", new() { Exact = true }).FillAsync("31");
        await page.GetByLabel("Month").FillAsync("2");
        await page.Locator("form button").First.ClickAsync();
        await page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.GetByLabel("Day", new() { Exact = true })).ToBeFocusedAsync();
        Assert.Empty(await Browser.FaultsAsync(page));

        await page.GotoAsync(form.Question("places"));
        await page.Locator("form button").First.ClickAsync();
        Assert.Empty(await Browser.FaultsAsync(page));
        await page.GetByLabel("Club or group").CheckAsync();
        await page.GetByLabel("Online").CheckAsync();
        await page.Locator("form button").First.ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).Not.ToContainTextAsync("Where did you meet people");
        Assert.Equal("group;online", (await form.AnswersAsync())["places"]);
    }

    [Fact]
    public async Task The_way_back_shows_what_was_answered_and_another_answer_holds()
    {
        FilledForm form = await app.FormAsync();
        IPage page = await browser.OpenAsync(app, null, form.Question("goal"), Browser.Phone);
        await page.GetByLabel("Getting there").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Expect(page.GetByText("Question 2 of 6")).ToBeVisibleAsync();

        await page.GoBackAsync();
        await Expect(page.GetByLabel("Getting there")).ToBeCheckedAsync();
        await page.GetByLabel("A first step").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Expect(page.GetByText("Question 2 of 7")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Back" }).ClickAsync();

        await Expect(page.GetByLabel("A first step")).ToBeCheckedAsync();
        Assert.Equal([KeyValuePair.Create("goal", (string?)"2")], await form.AnswersAsync());
    }

    [Fact]
    public async Task Two_tabs_work_at_once_and_the_last_answer_holds()
    {
        FilledForm form = await app.FormAsync();
        IPage first = await browser.OpenAsync(app, null, form.Question("goal"));
        IPage second = await first.Context.NewPageAsync();
        await second.GotoAsync(form.Question("goal"));

        await first.GetByLabel("Not started").CheckAsync();
        await second.GetByLabel("Done").CheckAsync();
        await first.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await second.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await first.GetByRole(AriaRole.Textbox).FillAsync("2");
        await first.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await second.GetByRole(AriaRole.Textbox).FillAsync("6");
        await second.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();

        await Expect(second.GetByText("Question 3 of 6")).ToBeVisibleAsync();
        IReadOnlyDictionary<string, string?> answers = await form.AnswersAsync();
        Assert.Equal(("4", "6"), (answers["goal"], answers["people"]));
    }

    [Fact]
    public async Task A_form_that_closes_while_it_is_open_in_a_browser_ends_kindly()
    {
        FilledForm form = await app.FormAsync();
        IPage page = await browser.OpenAsync(app, null, form.Question("people"), Browser.Phone);
        await app.AdvanceAsync("P3D", "P1D");

        await page.GetByRole(AriaRole.Textbox).FillAsync("2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("We can't open this page");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Call 116 123" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>\"'&lt;")]
    [InlineData("{{ name }} {% raw %} @Words \u202Egnp.exe")]
    [InlineData("\u0627\u0644\u0645\u0634\u064A \u0645\u0639 \u0633\u0627\u0645")]
    public async Task A_goal_is_only_ever_words(string goal)
    {
        FilledForm form = await app.FormAsync(goal: goal);
        IPage page = await browser.OpenAsync(app, null, form.Question("goal"), Narrowest);

        await Expect(page.Locator(".app-form__more")).ToHaveTextAsync(goal);
        Assert.Empty(await Browser.FaultsAsync(page));
    }

    [Fact]
    public async Task Words_that_worry_lead_to_a_page_that_rings_and_to_a_way_on()
    {
        FilledForm form = await app.FormAsync();
        IPage page = await browser.OpenAsync(app, null, form.Question("anything-else"), Browser.Phone, script: false);

        await page.GetByRole(AriaRole.Textbox).FillAsync("I want to die");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("You can talk to somebody now");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Call 999" })).ToHaveAttributeAsync("href", "tel:999");
        await page.GetByRole(AriaRole.Link, new() { Name = "Go on with the questions" }).ClickAsync();

        await Expect(page.GetByText("Question 1 of 6")).ToBeVisibleAsync();
        Assert.Equal(["risk-phrase"], await form.AlertsAsync());
    }

    private static async Task PressAsync(IPage page, ILocator what)
    {
        await page.WaitForLoadStateAsync();
        await TabToAsync(page, what);
        string before = page.Url;
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).Not.ToHaveURLAsync(before);
    }

    private static async Task TabToAsync(IPage page, ILocator what)
    {
        await what.First.WaitForAsync();
        for (int stops = 0; stops < 40; stops++)
        {
            if (await what.First.EvaluateAsync<bool>("field => field === document.activeElement"))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The keyboard never gets to {what}.");
    }
}
