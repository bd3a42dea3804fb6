using ConnectingPeople.Simulator.Failures;
using ConnectingPeople.Simulator.Twilio;

namespace ConnectingPeople.Local.Tests.Twilio;

public sealed class StatusCallbackTests
{
    [Fact]
    public async Task They_come_in_the_order_in_which_a_message_travels()
    {
        await using Table table = await Table.SetAsync();

        await table.SendWithCallbackAsync("How are you?");
        await table.Simulator.SettledAsync();

        Assert.Equal(["queued", "sent", "delivered"], table.Study.Statuses.Select(status => status.Form["MessageStatus"]));
        Assert.All(table.Study.Statuses, status => Assert.False(status.Form.ContainsKey("ErrorCode")));
    }

    [Fact]
    public async Task An_undelivered_message_ends_with_its_error_code_and_is_not_on_the_phone()
    {
        await using Table table = await Table.SetAsync();
        table.Simulator.Failures.Set(Table.Amira, Failure.Unreachable, times: 1);

        await table.SendWithCallbackAsync("How are you?");
        await table.Simulator.SettledAsync();

        Assert.Equal(["queued", "sent", "undelivered"], table.Study.Statuses.Select(status => status.Form["MessageStatus"]));
        Assert.Equal("30003", table.Study.Statuses[^1].Form["ErrorCode"]);
        Assert.Empty(table.Simulator.Received(Table.Amira));
    }

    [Fact]
    public async Task A_late_one_can_be_posted_by_hand()
    {
        await using Table table = await Table.SetAsync();
        await table.SendWithCallbackAsync("How are you?");
        await table.Simulator.SettledAsync();

        await table.Simulator.PostStatusAsync(table.Simulator.Messages.All[0].Sid, MessageStatus.Sent, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(["queued", "sent", "delivered", "sent"], table.Study.Statuses.Select(status => status.Form["MessageStatus"]));
        Assert.Equal(MessageStatus.Delivered, table.Simulator.Messages.All[0].Status);
    }

    [Fact]
    public async Task One_that_the_study_refuses_is_seen_beside_the_message()
    {
        await using Table table = await Table.SetAsync();
        table.Study.StatusCode = 500;

        await table.SendWithCallbackAsync("How are you?");
        await table.Simulator.SettledAsync();

        Assert.Equal("the study didn't take the status “delivered”: 500", table.Simulator.Messages.All[0].Trouble);
    }
}
