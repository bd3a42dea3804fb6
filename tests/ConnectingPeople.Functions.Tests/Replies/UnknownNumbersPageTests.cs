using System.Net;
using Azure.Data.Tables;
using ConnectingPeople.Functions.Storage;
using ConnectingPeople.Functions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ConnectingPeople.Functions.Tests.Replies;

/// <summary>An administrator reads what strangers wrote, and says who looks after those that may be in danger.</summary>
public sealed class UnknownNumbersPageTests(Browser browser)
{
    private const string Admin = "administrator:admin@example.org";
    private const string Page = "/unknown-numbers";
    private const string Post = "/unknown-numbers/look-after";

    [Fact]
    public async Task Who_may_be_in_danger_stands_first_until_somebody_looks_after_it()
    {
        await using App app = await App.StartAsync();
        await app.TextAsync("+447700900801", "I want to die");
        await app.AdvanceAsync("PT1H");
        await app.TextAsync("+447700900802", "wrong number, <b>sorry</b>");
        IPage page = await browser.OpenAsync(app, Admin, "/service-health", script: false);
        ILocator main = page.GetByRole(AriaRole.Main);
        await Expect(main.GetByRole(AriaRole.Row, new() { Name = "Strangers in danger are looked after" })).ToContainTextAsync("1 message; the first has waited 60 minutes");
        await Expect(main).ToContainTextAsync("runbook stranger-in-danger");

        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Unknown numbers" }).ClickAsync();
        await Expect(main.GetByRole(AriaRole.Article)).ToContainTextAsync("I want to die");
        await Expect(main.GetByRole(AriaRole.Article).GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", "tel:+447700900801");
        await Expect(main.GetByRole(AriaRole.Row, new() { Name = "+447700900802" })).ToContainTextAsync("wrong number, <b>sorry</b>");
        await main.GetByRole(AriaRole.Button, new() { Name = "I'll look after it" }).ClickAsync();

        await Expect(main).ToContainTextAsync("It is written down that you look after it.");
        await Expect(main.GetByRole(AriaRole.Article)).ToHaveCountAsync(0);
        await Expect(main.GetByRole(AriaRole.Row, new() { Name = "+447700900801" })).ToContainTextAsync("admin@example.org looks after it since Monday 5 January 2026 at 10:00");
        TableEntity audit = await app.Storage.Staff.QueryAsync<TableEntity>(row => row.PartitionKey == "audit").SingleAsync();
        Assert.Equal(("admin@example.org", "look-after"), (audit["By"], audit["Did"]));
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task It_is_for_everybody_and_fits_any_width(int width)
    {
        await using App app = await App.StartAsync();
        await app.TextAsync("+447700900801", $"I want to die {new string('w', 300)}");
        await app.TextAsync("+447700900802", new string('x', 300));
        IPage page = await browser.OpenAsync(app, Admin, Page, width: width);

        Assert.Empty(await Browser.FaultsAsync(page));
    }

    [Fact]
    public async Task A_message_that_comes_again_is_still_looked_after_by_whoever_was_first()
    {
        await using App app = await App.StartAsync();
        string sid = TwilioPosts.NewSid();
        await app.TextAsync("+447700900801", "I want to die", sid);
        await app.SendFormAsync(Admin, Page, Post, ("message", sid));

        await app.TextAsync("+447700900801", "I want to die", sid);
        await app.SendFormAsync("administrator:other@example.org", Page, Post, ("message", sid));

        UnknownMessage message = Assert.Single(await app.Services.GetRequiredService<UnknownNumbers>().ListAsync(default));
        Assert.Equal("admin@example.org", message.LookedAfterBy);
        Assert.False(message.IsWaiting);
    }

    [Theory]
    [InlineData("SM00000000000000000000000000000000")]
    [InlineData("' or RowKey ne '")]
    [InlineData("../x\u0001#?")]
    [InlineData("")]
    public async Task What_is_not_there_is_not_looked_after(string message)
    {
        await using App app = await App.StartAsync();
        await app.TextAsync("+447700900801", "I want to die");

        Assert.Equal(HttpStatusCode.NotFound, (await app.SendFormAsync(Admin, Page, Post, ("message", message))).Status);

        Assert.Single(await app.Services.GetRequiredService<UnknownNumbers>().WaitingAsync(default));
    }

    [Fact]
    public async Task Without_the_page_s_own_form_nothing_changes()
    {
        await using App app = await App.StartAsync();
        string sid = TwilioPosts.NewSid();
        await app.TextAsync("+447700900801", "I want to die", sid);

        PageAnswer forged = await app.BrowseAsync(Admin, Post, "POST", new Dictionary<string, string> { ["message"] = sid });

        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Single(await app.Services.GetRequiredService<UnknownNumbers>().WaitingAsync(default));
    }
}
