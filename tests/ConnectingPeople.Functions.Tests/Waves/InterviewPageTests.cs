using System.Net;
using System.Text.Json;
using ConnectingPeople.Functions.Tests.Forms;
using ConnectingPeople.Functions.Tests.Support;
using Microsoft.Playwright;
using static ConnectingPeople.Functions.Tests.Waves.Baselines;
using static Microsoft.Playwright.Assertions;

namespace ConnectingPeople.Functions.Tests.Waves;

/// <summary>The page to enter a wave's answers on while talking.</summary>
public sealed class InterviewPageTests(SharedApp shared, Browser browser) : IClassFixture<SharedApp>
{
    private const string Pat = $"practitioner:{People.Practitioner}";
    private const string Rob = "researcher:rob@example.org";

    private static readonly string[] Hostile =
    [
        "<script>document.title='pwned'</script><b>bold</b>&amp;\" onfocus=\"x",
        "\u202Eevil \u2067turned\u2069 \u05D0\u05D1\u05D2",
        new('W', 300),
    ];

    private readonly App app = shared.App;

    [Theory]
    [InlineData(Pat, 320)]
    [InlineData(Pat, Browser.Phone)]
    [InlineData(Rob, Browser.Desk)]
    public async Task It_breaks_no_rule_of_wcag_22_aa_before_with_errors_and_after(string who, int width)
    {
        FilledForm person = await app.BaselineFormAsync();
        await person.AnswerAsync("advice", "2");
        IPage page = await browser.OpenAsync(app, who, Address(person), width);
        Assert.Empty(await Browser.FaultsAsync(page));

        await page.GetByLabel("How many people have you met").FillAsync("lots");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and go on" }).First.ClickAsync();
        Assert.Empty(await Browser.FaultsAsync(page));

        await page.GetByLabel("How many people have you met").FillAsync("7");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        Assert.Empty(await Browser.FaultsAsync(page));
    }

    [Fact]
    public async Task A_whole_interview_is_entered_by_keyboard_without_script_and_saved_as_one_goes()
    {
        FilledForm person = await app.BaselineFormAsync();
        IPage page = await browser.OpenAsync(app, Pat, Address(person), script: false);

        await page.Locator("#q-advice-4").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Locator("#q-information").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and go on" }).First.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("2 answers saved. 13 still to answer.");
        Assert.EndsWith("#part-2", page.Url, StringComparison.Ordinal);
        Assert.Equal(("4", "2"), (await app.ValueAsync(person, "advice"), await app.ValueAsync(person, "information")));

        foreach (string scale in (string[])["practical-help", "included", "belonging", "confidence", "days", "lonely"])
        {
            await page.Locator($"#q-{scale}").CheckAsync();
        }

        await page.Locator("#q-helped-someone").CheckAsync();
        await page.Locator("#q-contacts").FillAsync("7");
        await page.Locator("#not-someone-to-tell").CheckAsync();
        await page.Locator("#q-places-2").CheckAsync();
        await page.Locator("#q-places-3").CheckAsync();
        await page.Locator("#q-services").FillAsync("2");
        await page.Locator("#q-last-outing").FillAsync("3");
        await page.Locator("#q-last-outing-month").FillAsync("1");
        await page.Locator("#q-last-outing-year").FillAsync("2026");
        await page.Locator("#q-own-words").FillAsync("My neighbour's dog");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("13 answers saved. All questions are answered.");
        JsonElement baseline = await app.BaselineAsync(person);
        Assert.Equal("completed", baseline.GetProperty("status").GetString());
        Assert.Equal(("work;group", "2026-01-03", null), (await app.ValueAsync(person, "places"), await app.ValueAsync(person, "last-outing"), await app.ValueAsync(person, "someone-to-tell")));
        Assert.All(baseline.GetProperty("answers").EnumerateArray(), answer => Assert.Equal("interview", answer.GetProperty("source").GetString()));
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_the_top_and_beside_its_field_and_all_else_is_saved()
    {
        FilledForm person = await app.BaselineFormAsync();
        IPage page = await browser.OpenAsync(app, Pat, Address(person), script: false);

        await page.Locator("#q-advice-5").CheckAsync();
        await page.Locator("#q-contacts").FillAsync("about 300");
        await page.Locator("#q-last-outing").FillAsync("31");
        await page.Locator("#q-last-outing-month").FillAsync("2");
        await page.Locator("#q-last-outing-year").FillAsync("2026");
        await page.Locator("#q-services").FillAsync("4");
        await page.Locator("#not-services").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

        ILocator summary = page.GetByRole(AriaRole.Alert);
        await Expect(summary.GetByRole(AriaRole.Link)).ToHaveTextAsync(
        [
            "Question 7: Write one number from 0 to 200, such as 3",
            "Question 13: Either write the answer or tick \"Would rather not say\", not both",
            "Question 14: Write a real day in numbers, such as 5 3 2026",
        ]);
        Assert.StartsWith("Error: ", await page.TitleAsync(), StringComparison.Ordinal);
        await Expect(page.Locator("#q-contacts")).ToHaveValueAsync("about 300");
        await Expect(page.Locator("#q-last-outing")).ToHaveValueAsync("31");
        await Expect(page.Locator("#q-contacts-error")).ToContainTextAsync("Write one number");
        Assert.Equal("5", await app.ValueAsync(person, "advice"));
        Assert.Equal(1, (await app.BaselineAsync(person)).GetProperty("answers").GetArrayLength());

        await summary.GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(page.Locator("#q-contacts")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task What_somebody_else_saved_meanwhile_stays_and_what_they_typed_is_not_undone()
    {
        FilledForm person = await app.BaselineFormAsync();
        IPage one = await browser.OpenAsync(app, Pat, Address(person), script: false);
        IPage other = await browser.OpenAsync(app, Rob, Address(person), script: false);

        await one.Locator("#q-contacts").FillAsync("7");
        await other.Locator("#q-services").FillAsync("2");
        await other.Locator("#q-contacts").FillAsync("9");
        await other.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await one.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

        Assert.Equal(("2", "7"), (await app.ValueAsync(person, "services"), await app.ValueAsync(person, "contacts")));
    }

    [Fact]
    public async Task What_is_known_stands_there_with_its_source_and_only_what_is_changed_overrides_it()
    {
        FilledForm person = await app.BaselineFormAsync();
        await person.AnswerAsync("advice", "2");
        await person.AnswerAsync("contacts", "3");
        IPage page = await browser.OpenAsync(app, Pat, Address(person), script: false);
        await Expect(page.Locator("#q-advice-2")).ToBeCheckedAsync();
        await Expect(page.Locator("#ask-1")).ToContainTextAsync("Answered in the web form on");
        await Expect(page.Locator("#ask-2")).ToContainTextAsync("Not answered yet");

        await page.Locator("#q-advice-4").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

        await Expect(page.Locator("#ask-1")).ToContainTextAsync("They answered \"2\" in the web form on");
        JsonElement[] answers = [.. (await app.BaselineAsync(person)).GetProperty("answers").EnumerateArray()];
        Assert.Equal(["contacts 3 email-form", "advice 4 interview"], answers.Select(answer =>
            $"{answer.GetProperty("question").GetString()} {answer.GetProperty("value").GetString()} {answer.GetProperty("source").GetString()}"));
    }

    [Fact]
    public async Task An_answer_that_is_wiped_out_is_asked_for_again_and_stays()
    {
        FilledForm person = await app.BaselineFormAsync();
        await person.AnswerAsync("contacts", "3");
        IPage page = await browser.OpenAsync(app, Pat, Address(person), script: false);

        await page.Locator("#q-contacts").FillAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

        await Expect(page.Locator("#q-contacts-error")).ToContainTextAsync("This was answered before");
        Assert.Equal("3", await app.ValueAsync(person, "contacts"));
    }

    [Fact]
    public async Task Before_the_window_it_says_so_and_takes_answers()
    {
        FilledForm person = await app.BaselineFormAsync();
        IPage page = await browser.OpenAsync(app, Pat, $"/participants/{person.Id}/waves/nine-month", script: false);
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Today is before it: you can save answers, and they will be marked as outside it.");

        await page.Locator("#q-advice-4").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

        await page.GotoAsync($"/participants/{person.Id}");
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Nine-month" })).ToContainTextAsync("1 of 15, outside the window");
    }

    [Theory]
    [InlineData(320)]
    [InlineData(Browser.Phone)]
    public async Task What_people_write_is_words_and_breaks_nothing(int width)
    {
        foreach (string words in Hostile)
        {
            FilledForm person = await app.BaselineFormAsync();
            IPage page = await browser.OpenAsync(app, Pat, Address(person), width);

            await page.Locator("#q-own-words").FillAsync(words);
            await page.Locator("#q-contacts").FillAsync(words);
            await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

            Assert.Empty(await Browser.FaultsAsync(page));
            await Expect(page.Locator("#q-own-words")).ToHaveValueAsync(words);
            await Expect(page.Locator("#q-contacts")).ToHaveValueAsync(words);
            Assert.Equal(0, await page.Locator("main script, main b").CountAsync());
            Assert.Equal(words, await app.ValueAsync(person, "own-words"));
        }
    }

    [Fact]
    public async Task A_page_that_was_open_too_long_saves_nothing_and_loses_nothing()
    {
        FilledForm person = await app.BaselineFormAsync();

        PageAnswer stale = await app.BrowseAsync(Pat, Address(person), "POST", Fields(("q-contacts", "7"), ("was-contacts", ""), ("formToken", "1.x")));
        PageAnswer foreign = await app.BrowseAsync(
            Pat, Address(person), "POST", Fields(("q-contacts", "8"), ("was-contacts", ""), ("formToken", await app.FormTokenAsync(Pat, Address(person)))), from: "cross-site");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (stale.Status, foreign.Status));
        Assert.Contains("value=\"7\" aria", stale.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"8\" aria", foreign.Text, StringComparison.Ordinal);
        Assert.Equal(0, (await app.BaselineAsync(person)).GetProperty("answers").GetArrayLength());
    }

    private static Dictionary<string, string> Fields(params (string Field, string Value)[] fields) => fields.ToDictionary(field => field.Field, field => field.Value);
}
