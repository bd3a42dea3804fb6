using System.Net;
using ConnectingPeople.Functions.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ConnectingPeople.Functions.Tests.Privacy;

/// <summary>An administrator erases somebody on a page that says before what goes and what stays.</summary>
public sealed class ErasePageTests(SharedApp shared, Browser browser) : IClassFixture<SharedApp>
{
    private readonly App app = shared.App;

    [Theory]
    [InlineData(320)]
    [InlineData(Browser.Phone)]
    [InlineData(Browser.Desk)]
    public async Task From_the_participant_to_the_deed_and_what_is_left_and_no_rule_of_wcag_22_aa_is_broken(int width)
    {
        string id = await app.EnrolAsync(SharedApps.NewPhone(), "Zebedee Quillfeather");
        IPage page = await browser.OpenAsync(app, "administrator", $"/participants/{id}", width, script: true);
        await page.GetByRole(AriaRole.Link, new() { Name = "Erase who they are" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Erase Zebedee Quillfeather");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("This can't be undone");
        Assert.Empty(await Browser.FaultsAsync(page));

        await page.GetByRole(AriaRole.Button, new() { Name = "Erase them" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Select why they are erased");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Tick the box if you are sure");
        Assert.Empty(await Browser.FaultsAsync(page));

        await page.GetByLabel("They asked for it").CheckAsync();
        await page.GetByLabel("I have checked that this is the right person").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Erase them" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync($"Erased {id}");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("They asked for it");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("2 rows of the contact store");
        await Expect(page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("Quillfeather");
        Assert.Empty(await Browser.FaultsAsync(page));
    }

    [Fact]
    public async Task Without_the_tick_or_the_page_nobody_is_erased()
    {
        string id = await app.EnrolAsync(SharedApps.NewPhone());
        string path = $"/participants/{id}/erase";

        PageAnswer unsure = await app.SendFormAsync("administrator", path, path, ("reason", "participant-asked"));
        PageAnswer foreign = await app.BrowseAsync("administrator", path, "POST", new Dictionary<string, string> { ["reason"] = "participant-asked", ["sure"] = "yes" });

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (unsure.Status, foreign.Status));
        Assert.Equal("active", (await app.PersonAsync(id)).GetProperty("participant").GetProperty("status").GetString());
    }

    [Fact]
    public async Task An_alert_that_is_open_is_named_before_it_goes()
    {
        string phone = SharedApps.NewPhone();
        string id = await app.EnrolAsync(phone);
        await app.TextAsync(phone, "I want to die");

        PageAnswer page = await app.BrowseAsync("administrator", $"/participants/{id}/erase");

        Assert.Contains("One alert about them is still open.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_administrators_are_led_there()
    {
        string id = await app.EnrolAsync(SharedApps.NewPhone());

        Assert.DoesNotContain("/erase", (await app.BrowseAsync($"practitioner:{People.Practitioner}", $"/participants/{id}")).Text, StringComparison.Ordinal);
        Assert.Contains("/erase", (await app.BrowseAsync("administrator", $"/participants/{id}")).Text, StringComparison.Ordinal);
    }
}
