using System.Net;
using Azure.Data.Tables;
using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Simulator.SendGrid;

namespace ConnectingPeople.Functions.Tests.SendGrid;

/// <summary>What the provider tells of emails to participants, in whatever order and number it comes.</summary>
public sealed class ParticipantEventsTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private static int people;

    private readonly App app = shared.App;

    [Theory]
    [InlineData("bounce", "undelivered", true, "in")]
    [InlineData("dropped", "undelivered", true, "in")]
    [InlineData("blocked", "undelivered", false, "in")]
    [InlineData("spamreport", "delivered", false, "out")]
    [InlineData("unsubscribe", "delivered", false, "out")]
    [InlineData("group_unsubscribe", "delivered", false, "out")]
    [InlineData("deferred", "delivered", false, "in")]
    [InlineData("open", "delivered", false, "in")]
    public async Task What_happens_to_an_email_changes_how_the_person_is_written_to(string kind, string status, bool unreachable, string optIn)
    {
        (string id, Email email) = await AskedAsync(tellsDelivery: status == "delivered");

        await app.Phones.PostEmailEventAsync(email, kind);
        string[] before = await MessagesAsync(id);
        await app.Phones.PostEmailEventAsync(email, kind);

        Assert.Equal(before, await MessagesAsync(id));
        Assert.Equal([status], await app.StatusesAsync(id));
        string state = await StateAsync(id);
        Assert.Equal(unreachable, state.Contains("\"unreachable\":\"bounced\"", StringComparison.Ordinal));
        Assert.Equal(optIn == "out", state.Contains("\"optIn\":\"Out\"", StringComparison.Ordinal));
        string?[] alerts = await app.AlertsAsync(id);
        Assert.Equal(status == "undelivered", alerts.Contains("undelivered"));
        Assert.Equal(optIn == "out", alerts.Contains("opted-out"));
    }

    [Fact]
    public async Task An_email_that_comes_back_after_a_server_took_it_says_that_nobody_has_the_address()
    {
        (string id, Email email) = await AskedAsync();

        await app.Phones.PostEmailEventAsync(email, "bounce");

        Assert.Equal(["delivered"], await app.StatusesAsync(id));
        Assert.Contains("undelivered", await app.AlertsAsync(id));
    }

    [Fact]
    public async Task What_was_dropped_because_the_person_unsubscribed_opts_them_out()
    {
        (string id, Email email) = await AskedAsync(tellsDelivery: false);

        await app.PostEventsAsync(new Dictionary<string, object>(EventOf(email, "dropped", id)) { ["reason"] = "Unsubscribed Address" });

        Assert.Contains("opted-out", await app.AlertsAsync(id));
    }

    [Theory]
    [InlineData("delivered", "bounce")]
    [InlineData("bounce", "delivered")]
    [InlineData("spamreport", "delivered")]
    public async Task Events_in_any_order_and_number_come_to_the_same(string first, string second)
    {
        (string one, Email email) = await AskedAsync(tellsDelivery: false);
        (string other, Email another) = await AskedAsync(tellsDelivery: false);

        await app.PostEventsAsync(EventOf(email, first, one), EventOf(email, second, one));
        await app.PostEventsAsync(EventOf(another, second, other));
        await app.PostEventsAsync(EventOf(another, first, other), EventOf(another, second, other), EventOf(another, first, other));

        Assert.Equal(await app.AlertsAsync(one), await app.AlertsAsync(other));
        Assert.NotEmpty(await app.AlertsAsync(one));
    }

    [Fact]
    public async Task One_bad_event_costs_the_good_ones_nothing()
    {
        (string id, Email email) = await AskedAsync(tellsDelivery: false);
        object[] bad =
        [
            EventOf(email, "bounce", "CP-000001"), EventOf(email, "bounce", "nobody"), EventOf(email, "bounce", ""), "what?",
            new Dictionary<string, object>(EventOf(email, "bounce", id)) { ["message"] = "a/b#c?" },
            new Dictionary<string, object>(EventOf(email, "bounce", id)) { ["message"] = "no-such.ask.1" },
        ];

        Answer answer = await app.PostEventsAsync([.. bad, EventOf(email, "delivered", id)]);

        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.Equal(["delivered"], await app.StatusesAsync(id));
        Assert.Empty(await app.AlertsAsync(id));
    }

    [Fact]
    public async Task A_delivery_is_kept_with_when_it_happened()
    {
        (string id, Email email) = await AskedAsync(tellsDelivery: false);

        await app.PostEventsAsync(EventOf(email, "delivered", id));

        TableEntity row = await app.MessageAsync(id, email.About["message"]);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(email.At.ToUnixTimeSeconds()), row.GetDateTimeOffset("DeliveredAt"));
    }

    /// <summary>Enrols somebody and moves the clock to their first check-in.</summary>
    private async Task<(string Id, Email Email)> AskedAsync(bool tellsDelivery = true)
    {
        string address = $"person{Interlocked.Increment(ref people)}@example.org";
        string id = await app.EnrolByEmailAsync(address);
        Uri? url = app.Phones.FunctionsUrl;
        app.Phones.FunctionsUrl = tellsDelivery ? url : null;
        await app.GoToCheckInAsync();
        app.Phones.FunctionsUrl = url;
        return (id, app.Phones.Inboxes.At(address).Single());
    }

    private static Dictionary<string, object> EventOf(Email email, string kind, string participant)
    {
        Dictionary<string, object> item = SendGridPosts.Event(kind, email.At.ToString(), email.To);
        item.Remove("staff");
        item["participant"] = participant;
        item["message"] = email.About["message"];
        return item;
    }

    private async Task<string[]> MessagesAsync(string id) => [.. (await app.RowsOfAsync(id, "message|")).Select(row => $"{row.RowKey} {row.ETag}")];

    private async Task<string> StateAsync(string id) =>
        string.Concat((await app.RowsOfAsync(id, "participant")).Single(row => row.RowKey == "participant").Select(column => column.Value).OfType<string>());
}
