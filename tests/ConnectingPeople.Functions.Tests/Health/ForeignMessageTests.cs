using Azure.Storage.Queues;
using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.Health;

/// <summary>A message in a queue that nobody of ours wrote is put aside, and holds up nothing.</summary>
public sealed class ForeignMessageTests
{
    [Theory]
    [InlineData("agenda", "hello")]
    [InlineData("agenda", "null")]
    [InlineData("agenda", """{"Shard":99}""")]
    [InlineData("agenda", """{"Shard":"one"}""")]
    [InlineData("outbox", "hello")]
    [InlineData("outbox", "{}")]
    [InlineData("outbox", "null")]
    [InlineData("outbox", """{"Participant":"../x","Message":null}""")]
    public async Task It_ends_in_poison_and_check_ins_go_on(string queue, string message)
    {
        await using App app = await App.StartAsync();
        await app.EnrolAsync();

        await app.Storage.Queue(queue).SendMessageAsync(BinaryData.FromString(message), cancellationToken: TestContext.Current.CancellationToken);
        await app.GoToAsync("2026-01-08T11:00:00Z");

        QueueClient poison = app.Storage.Queue($"{queue}-poison");
        Assert.Equal(message, (await poison.ReceiveMessageAsync(cancellationToken: TestContext.Current.CancellationToken)).Value.Body.ToString());
        Assert.Single(app.Phones.Received(People.Amira));
    }

    [Fact]
    public async Task An_outbox_message_of_somebody_or_something_that_is_gone_is_dropped()
    {
        await using App app = await App.StartAsync();
        string id = await app.EnrolAsync();
        foreach (string message in (string[])[$$"""{"Participant":"{{id}}","Message":"weekly-2026-01-01.ask.1"}""", """{"Participant":"CP-000000","Message":"x"}"""])
        {
            await app.Storage.Queue("outbox").SendMessageAsync(BinaryData.FromString(message), cancellationToken: TestContext.Current.CancellationToken);
        }

        await app.GoToAsync("2026-01-05T10:00:00Z");

        Assert.Empty(app.Taken());
        Assert.False(await app.Storage.Queue("outbox-poison").ExistsAsync(TestContext.Current.CancellationToken));
    }
}
