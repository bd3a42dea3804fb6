using ConnectingPeople.Simulator;
using ConnectingPeople.Simulator.Cohort;
using ConnectingPeople.Simulator.Failures;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ConnectingPeople.Local.Tests.Page;

/// <summary>The phones on the page: added, typed on, set and enrolled.</summary>
public sealed class PhoneTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task A_person_types_by_keyboard_and_the_answer_appears_without_a_reload()
    {
        await using Table table = await Table.SetAsync();
        table.Simulator.Phones.Named(Table.Amira, "Amira Hassan");
        table.Study.AnswersWith("Who did you meet?");
        IPage page = await browser.OpenAsync(table);
        ILocator box = page.GetByLabel("Text from Amira Hassan");

        await TabToAsync(page, box);
        await page.Keyboard.TypeAsync("3, at the library");
        await page.Keyboard.PressAsync("Enter");

        ILocator thread = page.GetByRole(AriaRole.Log, new() { Name = "Messages on Amira Hassan's phone" });
        await Expect(thread.Locator(".mine")).ToContainTextAsync("3, at the library");
        await Expect(thread.Locator(".theirs")).ToContainTextAsync("Who did you meet?");
        await Expect(box).ToBeFocusedAsync();
        await Expect(box).ToHaveValueAsync("");
    }

    [Fact]
    public async Task What_arrives_appears_without_a_reload_and_leaves_a_half_written_text_alone()
    {
        await using Table table = await Table.SetAsync();
        table.Simulator.Phones.Named(Table.Amira, "Amira");
        IPage page = await browser.OpenAsync(table);
        await page.GetByLabel("Text from Amira").FillAsync("half a sen");

        await table.SendAsync("How are you?");
        await table.SendAsync("Hello Ben", "+447700900002");

        await Expect(page.Locator("#thread-447700900001 .theirs")).ToContainTextAsync("How are you?");
        await Expect(page.Locator("#thread-447700900002 .theirs")).ToContainTextAsync("Hello Ben");
        await Expect(page.GetByLabel("Text from Amira")).ToHaveValueAsync("half a sen");
    }

    [Fact]
    public async Task A_lost_text_says_so_and_is_sent_again()
    {
        await using Table table = await Table.SetAsync();
        table.Simulator.Phones.Named(Table.Amira, "Amira");
        table.Study.StatusCode = 503;
        IPage page = await browser.OpenAsync(table);
        await page.GetByLabel("Text from Amira").FillAsync("3");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".why")).ToHaveTextAsync("Not delivered to the study: 503");

        table.Study.StatusCode = 200;
        await page.GetByRole(AriaRole.Button, new() { Name = "Send again" }).ClickAsync();

        await Expect(page.Locator(".why")).ToHaveCountAsync(0);
        await Expect(page.Locator("#notice")).ToHaveTextAsync("The study has it now.");
    }

    [Fact]
    public async Task Behaviour_and_failures_are_set_on_a_phone()
    {
        await using Table table = await Table.SetAsync();
        table.Simulator.Phones.Named(Table.Amira, "Amira");
        IPage page = await browser.OpenAsync(table);
        await page.GetByText("Behaviour and failures: Amira").ClickAsync();

        ILocator settings = page.Locator("#settings-447700900001");
        await settings.GetByLabel("Who answers").SelectOptionAsync("Drifting");
        await settings.GetByLabel("Messages to this phone").SelectOptionAsync("503");
        await settings.GetByLabel("How many of them fail").FillAsync("2");
        await settings.GetByRole(AriaRole.Button, new() { Name = "Set" }).ClickAsync();

        await Expect(page.Locator("#notice")).ToHaveTextAsync("Set for Amira.");
        await Expect(page.Locator("#state-447700900001")).ToContainTextAsync("Drifting");
        Assert.Equal(Behaviour.Drifting, table.Simulator.Phones.At(Table.Amira).Behaviour);
        Assert.Equal(new PlannedFailure(Table.Amira, Failure.Unavailable, 2), table.Simulator.Failures.For(Table.Amira));
    }

    [Fact]
    public async Task A_phone_is_enrolled_and_time_passes()
    {
        await using Table table = await Table.SetAsync();
        table.Simulator.Phones.Named(Table.Amira, "Amira");
        table.Study.Api["POST /api/participants"] = Results.Json(new { id = "CP-7K3M9Q" }, statusCode: 201);
        table.Study.Hourly = async now => await (now is { Day: 3, Hour: 11 } ? table.SendAsync("How are you?") : Task.CompletedTask);
        IPage page = await browser.OpenAsync(table);

        await page.GetByText("Enrol this phone: Amira").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Enrol this phone" }).ClickAsync();
        await Expect(page.Locator("#notice")).ToHaveTextAsync("Amira takes part in the study now.");
        await page.GetByRole(AriaRole.Button, new() { Name = "A day on" }).ClickAsync();

        await Expect(page.Locator("#state-447700900001")).ToContainTextAsync("CP-7K3M9Q");
        await Expect(page.Locator("#time")).ToContainTextAsync("Tuesday 3 March 2026");
        await Expect(page.Locator("#thread-447700900001 .theirs")).ToContainTextAsync("How are you?");
    }

    [Fact]
    public async Task Without_script_a_phone_is_added_and_typed_on_all_the_same()
    {
        await using Table table = await Table.SetAsync();
        table.Study.AnswersWith("Hello Amira.");
        IPage page = await browser.OpenAsync(table, script: false);

        await page.GetByLabel("Name").FillAsync("Amira");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the phone" }).ClickAsync();
        await page.GetByLabel("Text from Amira").FillAsync("Hello");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send from Amira" }).ClickAsync();

        await Expect(page.Locator("#thread-447700900001 .theirs")).ToContainTextAsync("Hello Amira.");
    }

    [Fact]
    public async Task A_number_that_may_be_somebodys_is_not_added()
    {
        await using Table table = await Table.SetAsync();

        HttpResponseMessage answer = await table.Http.PostAsync(
            new Uri("/page/phones", UriKind.Relative),
            new FormUrlEncodedContent(new Dictionary<string, string> { ["name"] = "Amira", ["number"] = "+447911123456" }),
            TestContext.Current.CancellationToken);

        Assert.Contains("can&#x27;t be added", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(table.Simulator.Phones.All);
    }

    private static async Task TabToAsync(IPage page, ILocator target)
    {
        for (int tabs = 0; tabs < 40 && !await target.EvaluateAsync<bool>("element => element === document.activeElement"); tabs++)
        {
            await page.Keyboard.PressAsync("Tab");
        }
    }
}
