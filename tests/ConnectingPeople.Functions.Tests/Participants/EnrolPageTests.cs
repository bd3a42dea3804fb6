using System.Net;
using System.Text.Json;
using ConnectingPeople.Functions.Storage;
using ConnectingPeople.Functions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ConnectingPeople.Functions.Tests.Participants;

/// <summary>Somebody is enrolled on a page: asked for, shown, and only then done.</summary>
public sealed class EnrolPageTests(SharedApp shared, Browser browser) : IClassFixture<SharedApp>
{
    private const string Pat = "practitioner:pat@example.org";

    private readonly App app = shared.App;

    [Theory]
    [InlineData(Browser.Phone)]
    [InlineData(Browser.Desk)]
    public async Task It_breaks_no_rule_of_wcag_22_aa_empty_wrong_or_as_a_preview(int width)
    {
        IPage page = await browser.OpenAsync(app, Pat, "/enrol", width);
        Assert.Empty(await Browser.FaultsAsync(page));

        await page.GetByRole(AriaRole.Button, new() { Name = "See their first message" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("There is a problem");
        Assert.Empty(await Browser.FaultsAsync(page));

        await FillAsync(page, "Amira Khan", SharedApps.NewPhone());
        await page.GetByRole(AriaRole.Button, new() { Name = "See their first message" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Check before you enrol");
        Assert.Empty(await Browser.FaultsAsync(page));
    }

    [Fact]
    public async Task Without_script_the_first_message_is_shown_then_sent_to_nobody_until_confirmed()
    {
        string phone = SharedApps.NewPhone();
        IPage page = await browser.OpenAsync(app, Pat, "/enrol", script: false);
        await FillAsync(page, "Amira Khan", phone);

        await page.GetByRole(AriaRole.Button, new() { Name = "See their first message" }).ClickAsync();
        await Expect(page.Locator(".app-phone")).ToContainTextAsync("Hi Amira, Connecting People.");
        await Expect(page.Locator(".app-phone")).ToContainTextAsync("How is \"Join the walking group\" going?");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("at 14:30");
        Assert.Null(await app.Services.GetRequiredService<ContactStore>().FindAsync(phone, CancellationToken.None));

        await page.GetByRole(AriaRole.Button, new() { Name = "Change something" }).ClickAsync();
        await page.GetByLabel("Full name").FillAsync("Amira Hassan");
        await page.GetByRole(AriaRole.Button, new() { Name = "See their first message" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Enrol", Exact = true }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("They are enrolled.");
        JsonElement person = await app.PersonAsync(new Uri(page.Url).Segments[^1]);
        Assert.Equal("Amira Hassan", person.GetProperty("participant").GetProperty("name").GetString());
        Assert.Equal("pat@example.org", person.GetProperty("participant").GetProperty("practitionerEmail").GetString());
        Assert.Equal(["Join the walking group", "Cook for my sister"], person.GetProperty("goals").EnumerateArray().Select(goal => goal.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task By_keyboard_alone_somebody_is_enrolled()
    {
        string phone = SharedApps.NewPhone();
        IPage page = await browser.OpenAsync(app, Pat, "/enrol");
        await TypeAsync("name", "Tom Brown");
        await TypeAsync("phone", phone);
        await TypeAsync("agencyId", "North");
        await TabToAsync("clientGroup");
        await page.Keyboard.PressAsync("Space");
        await TypeAsync("consentGivenOn", "2");
        await TypeAsync("consentGivenOn-month", "1");
        await TypeAsync("consentGivenOn-year", "2026");
        await TypeAsync("consentVersion", "1");

        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".app-phone")).ToContainTextAsync("Hi Tom");
        while (!await page.EvaluateAsync<bool>("document.activeElement.value === 'enrol'"))
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("They are enrolled.");
        Assert.Contains("/participants/CP-", page.Url, StringComparison.Ordinal);

        async Task TypeAsync(string field, string text)
        {
            await TabToAsync(field);
            await page.Keyboard.TypeAsync(text);
        }

        async Task TabToAsync(string field)
        {
            for (int tabs = 0; tabs < 40 && await page.EvaluateAsync<string>("document.activeElement.id") != field; tabs++)
            {
                await page.Keyboard.PressAsync("Tab");
            }
        }
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once_in_the_order_of_the_page_and_what_was_written_is_kept()
    {
        IPage page = await browser.OpenAsync(app, Pat, "/enrol");
        await page.GetByLabel("Mobile number").FillAsync("12");
        await page.GetByLabel("Goals").FillAsync("Swim\n" + new string('g', 201));
        await page.GetByLabel("Time of check-ins").FillAsync("22:00");

        await page.GetByRole(AriaRole.Button, new() { Name = "See their first message" }).ClickAsync();

        IReadOnlyList<string> said = await page.Locator(".nhsuk-error-summary__list a").AllInnerTextsAsync();
        Assert.Equal("Enter their full name", said[0]);
        Assert.StartsWith("The mobile number ", said[1], StringComparison.Ordinal);
        Assert.Equal("Goal 2 is 201 characters long. Keep to 200", said[2]);
        Assert.StartsWith("The time of check-ins lies outside the hours", said[3], StringComparison.Ordinal);
        Assert.Equal(["Select whom they are supported among", "Enter the day on which they agreed", "Enter the version of the consent form"], said.Skip(4));
        await Expect(page.GetByLabel("Mobile number")).ToHaveValueAsync("12");
        await Expect(page.GetByLabel("Time of check-ins")).ToHaveValueAsync("22:00");
        await page.GetByRole(AriaRole.Link, new() { Name = "Select whom they are supported among" }).ClickAsync();
        await Expect(page.GetByLabel("People with a mental-health problem")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Somebody_who_is_enrolled_already_is_found_out_before_the_preview()
    {
        string phone = SharedApps.NewPhone();
        await app.EnrolAsync(phone);

        PageAnswer answer = await app.SendFormAsync(Pat, "/enrol", "/enrol", Fields(phone));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("Somebody is enrolled with this phone already", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_practitioner_enrols_for_nobody_else()
    {
        await app.PutAsync("administrator", "/api/staff/sam@example.org", new { name = "Sam", agencyId = "north", role = "practitioner" });

        PageAnswer answer = await app.SendFormAsync("practitioner:sam@example.org", "/enrol", "/enrol", Fields(SharedApps.NewPhone()));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("must be your own address", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_the_right_token_enrols_nobody()
    {
        IReadOnlyList<string> before = await app.RowsAsync();

        PageAnswer answer = await app.BrowseAsync(Pat, "/enrol", "POST", Fields(SharedApps.NewPhone()).ToDictionary(field => field.Field, field => field.Value));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("This form is out of date", answer.Text, StringComparison.Ordinal);
        Assert.Equal(before, await app.RowsAsync());
    }

    [Fact]
    public async Task Hostile_names_are_words_in_the_preview_too()
    {
        (string Field, string Value)[] fields = [.. Fields(SharedApps.NewPhone()).Where(field => field.Field != "name"), ("name", "\"><script>1</script>\u202E")];

        PageAnswer answer = await app.SendFormAsync(Pat, "/enrol", "/enrol", [.. fields.Where(field => field.Field != "step"), ("step", "preview")]);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.DoesNotContain("<script", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"\">", answer.Text, StringComparison.Ordinal);
    }

    private static (string Field, string Value)[] Fields(string phone) =>
    [
        ("name", "Amira Khan"), ("channel", "sms"), ("phone", phone), ("email", ""), ("language", "en-GB"), ("goals", "Swim"), ("agencyId", "north"),
        ("practitionerEmail", "pat@example.org"), ("clientGroup", "mental-health"), ("consentGivenOn-day", "2"), ("consentGivenOn-month", "1"),
        ("consentGivenOn-year", "2026"), ("consentVersion", "1"), ("step", "enrol"),
    ];

    private static async Task FillAsync(IPage page, string name, string phone)
    {
        await page.GetByLabel("Full name").FillAsync(name);
        await page.GetByLabel("Mobile number").FillAsync(phone);
        await page.GetByLabel("Goals").FillAsync("Join the walking group\nCook for my sister");
        await page.GetByLabel("Day of check-ins").SelectOptionAsync("friday");
        await page.GetByLabel("Time of check-ins").FillAsync("14:30");
        await page.GetByLabel("People with a mental-health problem").CheckAsync();
        await page.GetByLabel("Day", new() { Exact = true }).FillAsync("2");
        await page.GetByLabel("Month").FillAsync("1");
        await page.GetByLabel("Year").FillAsync("2026");
        await page.GetByLabel("Version of the consent form").FillAsync("1");
    }
}
