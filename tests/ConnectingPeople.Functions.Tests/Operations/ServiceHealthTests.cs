using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using ConnectingPeople.Functions.Operations;
using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ConnectingPeople.Functions.Tests.Operations;

/// <summary>The page of the service's health in real Chromium: an administrator sees whether the work is done and gives it another try.</summary>
public sealed class ServiceHealthTests(Browser browser)
{
    private const string Admin = "administrator:admin@example.org";
    private const string Page = "/service-health";
    private const string Post = "/service-health/try-again";

    [Fact]
    public async Task It_says_what_became_of_the_day()
    {
        await using App app = await App.StartAsync();
        await app.EnrolAsync();
        await app.EnrolAsync("+447700900124");
        await app.PostAsync("researcher", "/api/exports");
        await app.GoToAsync("2026-01-08T11:00:00Z");
        await app.PostAsync("researcher", "/api/exports");
        await app.GoToAsync("2026-01-08T11:01:00Z");
        await app.TextAsync(People.Amira, "3");
        await app.TextAsync(People.Amira, "I want to die");

        IPage page = await browser.OpenAsync(app, Admin, Page, script: false);

        ILocator main = page.GetByRole(AriaRole.Main);
        await Expect(main).ToContainTextAsync("All is well.");
        await Expect(main.GetByRole(AriaRole.Region, new() { Name = "Check-ins of the last 24 hours" }).Locator("dd")).ToHaveTextAsync(["2", "2", "2", "1"]);
        await Expect(main.GetByRole(AriaRole.Row, new() { Name = "Alerts are looked after" })).ToContainTextAsync("1 open, 0 not acknowledged in time");
        await Expect(main.GetByRole(AriaRole.Row, new() { Name = "The night's export is there" })).ToContainTextAsync("complete");
        await Expect(main.GetByRole(AriaRole.Row, new() { Name = "Check-ins are sent" })).ToContainTextAsync("2 of 2");
        await Expect(page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Health" })).ToHaveAttributeAsync("aria-current", "page");
    }

    [Fact]
    public async Task What_is_wrong_is_said_with_the_runbook_that_helps()
    {
        await using App app = await App.StartAsync();
        await app.EnrolAsync();
        app.Phones.Failures.Set(People.Amira, Simulator.Failures.Failure.Find("429")!);
        await app.GoToAsync("2026-01-08T11:00:00Z");
        await app.AdvanceAsync("PT70M", "PT5M");
        await PutAsideAsync(app, "agenda", """{"Shard":3}""");

        string text = (await app.BrowseAsync(Admin, Page)).Text;

        Assert.Contains("3 things need somebody.", text, StringComparison.Ordinal);
        Assert.All((string[])["outbox-behind", "no-check-ins", "poison-queue"], runbook =>
        {
            Assert.Contains($"runbook {runbook}<", text, StringComparison.Ordinal);
            Assert.True(File.Exists(Repository.PathTo("docs", "runbooks", $"{runbook}.md")));
        });
        Assert.Contains("1 message; the first has waited 70 minutes", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_export_it_asks_for_one()
    {
        await using App app = await App.StartAsync();

        string text = (await app.BrowseAsync(Admin, Page)).Text;

        Assert.Contains("One thing needs somebody.", text, StringComparison.Ordinal);
        Assert.Contains("runbook no-export<", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_app_is_not_ready_it_says_why_and_nothing_else()
    {
        await using StorageRelays storage = await StorageRelays.MakeAsync();
        await using App app = await App.StartAsync(storage: storage.Account);

        PageAnswer page = await app.BrowseAsync(Admin, Page);

        Assert.Equal(System.Net.HttpStatusCode.OK, page.Status);
        Assert.Contains("Storage hasn&#x27;t answered yet.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_was_put_aside_is_tried_again_by_a_button_and_done()
    {
        await using App app = await App.StartAsync();
        await PutAsideAsync(app, "agenda", """{"Shard":3}""");
        await PutAsideAsync(app, "agenda", """{"Shard":99}""");
        IPage page = await browser.OpenAsync(app, Admin, Page, Browser.Phone, script: false);

        await page.GetByRole(AriaRole.Button, new() { Name = "Wake-ups of shard 3" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("1 message put back");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Try again" })).ToHaveCountAsync(1);
        await Deadline.UntilAsync(async () => (await app.Storage.Queue("agenda").GetPropertiesAsync()).Value.ApproximateMessagesCount == 0);
        Assert.Equal(["""{"Shard":99}"""], await PutAsideIn(app, "agenda"));
        TableEntity audit = await app.Storage.Staff.QueryAsync<TableEntity>(row => row.PartitionKey == "audit").SingleAsync();
        Assert.Equal(("admin@example.org", "try-again", "agenda", 1), (audit["By"], audit["Did"], audit["Queue"], audit["Moved"]));
    }

    [Fact]
    public async Task All_of_a_queue_are_tried_again_and_what_fails_once_more_comes_back_as_it_was()
    {
        await using App app = await App.StartAsync();
        for (int n = 0; n < 40; n++)
        {
            await PutAsideAsync(app, "outbox", """{"Participant":"CP-000000","Message":"x"}""");
        }

        await app.Storage.RawQueue("outbox-poison").SendMessageAsync("not Base64!");

        PageAnswer answer = await app.SendFormAsync(Admin, Page, Post, ("queue", "outbox"));
        await app.GoToAsync("2026-01-05T09:05:00Z");

        Assert.Equal("/service-health?moved=41", answer.Location);
        PeekedMessage[] back = (await app.Storage.RawQueue("outbox-poison").PeekMessagesAsync(32)).Value;
        Assert.Equal("not Base64!", Assert.Single(back).Body.ToString());
    }

    [Fact]
    public async Task Two_who_press_at_once_move_a_message_once()
    {
        await using App app = await App.StartAsync();
        await PutAsideAsync(app, "exports", """{"Export":"nonsense"}""");
        PoisonQueues queues = app.Services.GetService(typeof(PoisonQueues)) as PoisonQueues ?? throw new InvalidOperationException();
        string id = Assert.Single((await queues.LookAsync("exports", default)).Messages).Id;

        int[] moved = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => queues.TryAgainAsync("exports", id, default)));

        Assert.Equal(1, moved.Sum());
    }

    [Fact]
    public async Task Nothing_is_moved_without_the_page_s_own_form_or_of_another_queue()
    {
        await using App app = await App.StartAsync();
        await PutAsideAsync(app, "agenda", """{"Shard":3}""");

        PageAnswer forged = await app.BrowseAsync(Admin, Post, "POST", new Dictionary<string, string> { ["queue"] = "agenda" });
        PageAnswer other = await app.SendFormAsync(Admin, Page, Post, ("queue", "agenda-poison"));
        PageAnswer gone = await app.SendFormAsync(Admin, Page, Post, ("queue", "agenda"), ("message", "no-such"));

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, forged.Status);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, other.Status);
        Assert.Equal("/service-health?moved=0", gone.Location);
        Assert.Equal(["""{"Shard":3}"""], await PutAsideIn(app, "agenda"));
    }

    [Theory]
    [InlineData("agenda", """{"Shard":3}""", "Wake-ups of shard 3")]
    [InlineData("outbox", """{"Participant":"CP-000000","Message":"weekly-2026-01-08.ask.1"}""", "Message weekly-2026-01-08.ask.1 to CP-000000")]
    [InlineData("outbox", """{"Participant":"CP-000000","Message":"+447700900123"}""", "Something that can't be read")]
    [InlineData("outbox", """{"Participant":"Amira Khan","Message":"weekly-2026-01-08.ask.1"}""", "Something that can't be read")]
    [InlineData("alerts", """{"Participant":"CP-000000","Alert":"risk-phrase-2026-01-08.2"}""", "Alert risk-phrase-2026-01-08.2 about CP-000000")]
    [InlineData("alerts", """{"Staff":"pat@example.org"}""", "Messages to a member of staff")]
    [InlineData("alerts", """{"Staff":"pat@example.org","Digest":"2026-03-09"}""", "Digest of 2026-03-09")]
    [InlineData("exports", """{"Export":"nonsense"}""", "Something that can't be read")]
    [InlineData("agenda", "null", "Something that can't be read")]
    [InlineData("agenda", "<b>Amira</b>", "Something that can't be read")]
    public void Of_a_message_only_ids_are_shown(string queue, string body, string shown)
    {
        string encoded = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(body));
        PeekedMessage message = QueuesModelFactory.PeekedMessage("1", BinaryData.FromString(encoded), 0, DateTimeOffset.UnixEpoch, null);

        Assert.Equal(shown, PoisonMessage.Of(queue, message).About);
    }

    [Fact]
    public void The_page_says_as_many_tries_as_the_host_makes()
    {
        JsonElement host = JsonDocument.Parse(File.ReadAllText(Repository.PathTo("host.json"))).RootElement;

        Assert.Equal(PoisonQueues.Tries, host.GetProperty("extensions").GetProperty("queues").GetProperty("maxDequeueCount").GetInt32());
    }

    [Theory]
    [InlineData(320)]
    [InlineData(Browser.Phone)]
    [InlineData(Browser.Desk)]
    public async Task It_breaks_no_rule_of_wcag_22_aa(int width)
    {
        await using App app = await App.StartAsync();
        await PutAsideAsync(app, "outbox", """{"Participant":"CP-000000","Message":"weekly-2026-01-08.ask.1"}""");
        await PutAsideAsync(app, "alerts", """{"Participant":"CP-000000","Alert":"contacts-falling-2026-01-08.2"}""");
        await PutAsideAsync(app, "alerts", "nonsense");
        IPage page = await browser.OpenAsync(app, Admin, Page, width);

        Assert.Empty(await Browser.FaultsAsync(page));
        await page.GetByRole(AriaRole.Button, new() { Name = "Try all of alerts again" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("2 messages put back");
        Assert.Empty(await Browser.FaultsAsync(page));
    }

    private static async Task PutAsideAsync(App app, string queue, string body)
    {
        QueueClient poison = app.Storage.Queue($"{queue}-poison");
        await poison.CreateIfNotExistsAsync();
        await poison.SendMessageAsync(body);
    }

    private static async Task<string[]> PutAsideIn(App app, string queue) =>
        [.. (await app.Storage.Queue($"{queue}-poison").PeekMessagesAsync(32)).Value.Select(message => message.Body.ToString())];
}
