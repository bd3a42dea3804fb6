using System.Net;
using ConnectingPeople.Functions.Tests.Support;
using ConnectingPeople.Simulator.Failures;
using ConnectingPeople.Simulator.Twilio;

namespace ConnectingPeople.Functions.Tests.Messaging;

/// <summary>Delivery reports only ever move a message forward, and what they say of a number is acted on.</summary>
public sealed class StatusTests
{
    [Fact]
    public async Task Reports_in_any_order_and_number_never_go_backward()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();
        await app.GoToAsync("2026-01-08T11:00:00Z");
        string sid = app.Taken()[0].Sid;
        Assert.Equal(["delivered"], await app.StatusesAsync(id));
        IReadOnlyList<string> before = await app.RowsAsync();

        foreach (MessageStatus late in (MessageStatus[])
            [MessageStatus.Sent, MessageStatus.Queued, MessageStatus.Delivered, MessageStatus.Undelivered, MessageStatus.Failed, MessageStatus.Sent])
        {
            await app.Phones.PostStatusAsync(sid, late, late is MessageStatus.Undelivered or MessageStatus.Failed ? 30006 : null);
        }

        Assert.Null(app.Phones.Messages.Find(sid)!.Trouble);
        Assert.Equal(before, await app.RowsAsync());
    }

    [Fact]
    public async Task A_report_of_a_message_or_person_that_is_not_there_changes_nothing()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();
        IReadOnlyList<string> before = await app.RowsAsync();

        foreach (string path in (string[])
        [
            $"/webhooks/twilio/status?participant={id}&message=weekly-2026-01-08.ask.1", "/webhooks/twilio/status?participant=CP-000000&message=a",
            $"/webhooks/twilio/status?participant={id}&message=a%20b",
        ])
        {
            Answer answer = await app.PostSignedAsync(path, new Dictionary<string, string> { ["MessageStatus"] = "undelivered", ["ErrorCode"] = "30006" });
            Assert.True(answer.Status == HttpStatusCode.NoContent, $"{path} {answer.Status}");
        }

        Assert.Equal(before, await app.RowsAsync());
    }

    [Theory]
    [InlineData("30005")]
    [InlineData("30006")]
    [InlineData("21211")]
    [InlineData("21614")]
    public async Task A_number_that_cannot_be_reached_raises_an_alert_and_is_left_alone_until_it_writes(string failure)
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();
        app.Phones.Failures.Set(People.Amira, Failure.Find(failure)!, times: 1);

        await app.GoToAsync("2026-01-08T11:00:00Z");
        int tried = app.Taken().Count;
        await app.AdvanceAsync("P21D", "PT12H");

        Assert.Equal(tried, app.Taken().Count);
        Assert.Empty(app.Phones.Received(People.Amira));
        Assert.Equal(["undelivered"], await app.AlertsAsync(id));
        Assert.True((await app.PersonAsync(id)).GetProperty("participant").GetProperty("unreachable").GetBoolean());
        Assert.Equal(["undelivered"], (await app.PersonAsync(id)).GetProperty("checkIns").EnumerateArray()
            .Where(one => one.GetProperty("id").GetString() == "weekly-2026-01-08").Select(one => one.GetProperty("status").GetString()));

        Assert.Contains("CALL ME", (await app.TextAsync(People.Amira, "hello, new phone")).Said(), StringComparison.Ordinal);
        await app.GoToCheckInAsync();
        Assert.Single(app.Phones.Received(People.Amira));
    }

    [Theory]
    [InlineData("30003")]
    [InlineData("30007")]
    public async Task A_message_that_did_not_arrive_this_time_is_told_of_and_the_next_is_tried(string failure)
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();
        app.Phones.Failures.Set(People.Amira, Failure.Find(failure)!, times: 1);
        await app.GoToAsync("2026-01-08T11:00:00Z");
        await app.Phones.PostStatusAsync(app.Taken()[0].Sid, MessageStatus.Undelivered, 30003);

        Assert.Equal(["undelivered"], await app.StatusesAsync(id));
        Assert.Equal(["undelivered"], await app.AlertsAsync(id));
        await app.GoToCheckInAsync();
        Assert.NotEmpty(app.Phones.Received(People.Amira));
    }

    [Fact]
    public async Task A_number_that_opted_out_with_the_carrier_is_opted_out_here()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();
        app.Phones.Failures.Set(People.Amira, Failure.OptedOut, times: 1);
        await app.GoToAsync("2026-01-08T11:00:00Z");

        Assert.True((await app.PersonAsync(id)).GetProperty("participant").GetProperty("optedOut").GetBoolean());
        Assert.Equal(["opted-out"], await app.AlertsAsync(id));
        await app.AdvanceAsync("P21D", "PT12H");
        Assert.Empty(app.Taken());

        Assert.Null((await app.Phones.TypeAsync(People.Amira, "START")).Trouble);
        await app.GoToCheckInAsync();
        Assert.Single(app.Taken());
    }
}
