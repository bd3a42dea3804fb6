using ConnectingPeople.Local.Tests.Page;
using ConnectingPeople.Simulator.Failures;
using ConnectingPeople.Simulator.SendGrid;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ConnectingPeople.Local.Tests.SendGrid;

/// <summary>The inboxes as a person at the page uses them.</summary>
public sealed class InboxPageTests(Browser browser) : IClassFixture<Browser>
{
    private const string Html = """
        <!DOCTYPE html><html lang="en-GB"><head><title>Digest</title></head><body style="color: rgb(1, 2, 3)"><h1>Your week</h1>
        <a href="/page/simulator.css">See your list</a><script>document.body.textContent = 'scripted'</script></body></html>
        """;

    [Fact]
    public async Task An_email_is_seen_as_it_looks_and_does_nothing_but_open_its_links()
    {
        await using Table table = await Table.SetAsync();
        table.Simulator.Inboxes.Add(AnEmail() with { Html = Html });
        IPage page = await browser.OpenAsync(table);

        await page.GetByText("Your weekly digest").First.ClickAsync();

        IFrameLocator mail = page.FrameLocator("iframe.mail");
        await Expect(mail.GetByRole(AriaRole.Heading, new() { Name = "Your week" })).ToBeVisibleAsync();
        await Expect(mail.Locator("body")).ToHaveCSSAsync("color", "rgb(1, 2, 3)");
        IPage opened = await page.RunAndWaitForPopupAsync(() => mail.GetByRole(AriaRole.Link, new() { Name = "See your list" }).ClickAsync());
        Assert.EndsWith("/page/simulator.css", opened.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_email_without_html_has_links_to_follow()
    {
        await using Table table = await Table.SetAsync();
        table.Simulator.Inboxes.Add(AnEmail());
        IPage page = await browser.OpenAsync(table);

        await page.GetByText("Your weekly digest").First.ClickAsync();

        await Expect(page.Locator(".inbox .text a")).ToHaveAttributeAsync("href", "http://localhost:7071/alerts");
    }

    [Theory]
    [InlineData("Delivered", "delivered")]
    [InlineData("Bounce", "bounce")]
    [InlineData("Spam report", "spamreport")]
    public async Task What_became_of_an_email_is_told_at_a_press(string button, string kind)
    {
        await using Table table = await Table.SetAsync();
        table.Simulator.Inboxes.Add(AnEmail());
        IPage page = await browser.OpenAsync(table);
        await page.GetByText("Your weekly digest").First.ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = $"{button} of Your weekly digest" }).ClickAsync();

        await Expect(page.Locator("#notice")).ToHaveTextAsync($"The study knows of the event “{kind}”.");
        await Expect(page.Locator("form.events .hint")).ToHaveTextAsync($"The study knows: {kind}");
        Assert.Equal(kind, table.Study.EmailEvents.Single().Events.Single().GetProperty("event").GetString());
    }

    [Fact]
    public async Task An_address_is_made_to_bounce_and_to_take_email_again()
    {
        await using Table table = await Table.SetAsync();
        table.Simulator.Inboxes.Add(AnEmail());
        IPage page = await browser.OpenAsync(table);

        await page.GetByRole(AriaRole.Button, new() { Name = "Let email bounce for jo@example.org" }).ClickAsync();
        await Expect(page.Locator("#notice")).ToHaveTextAsync("Emails to jo@example.org will bounce.");
        Assert.Equal(Failure.Bounce, table.Simulator.Failures.For("jo@example.org")?.Failure);
        await page.GetByRole(AriaRole.Button, new() { Name = "Let email arrive again for jo@example.org" }).ClickAsync();

        await Expect(page.Locator("#notice")).ToHaveTextAsync("Emails to jo@example.org arrive as they should.");
        Assert.Null(table.Simulator.Failures.For("jo@example.org"));
    }

    private static Email AnEmail() => new()
    {
        MessageId = "m1",
        To = "jo@example.org",
        From = "study@example.org",
        Subject = "Your weekly digest",
        Text = "See http://localhost:7071/alerts.",
        At = NodaTime.Instant.FromUtc(2026, 3, 2, 8, 0),
    };
}
