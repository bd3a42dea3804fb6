using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.Digests;

/// <summary>
/// An instance dies before or after each single call to storage on the way of the digests; another carries on. Nobody is left out.
/// Mail that went before its outcome was written down goes once more, as alerts do.
/// </summary>
public sealed class DigestCrashTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Digests_survive_a_crash_at_every_call_to_storage(bool after)
    {
        StorageObserver storage = new();
        await using App app = await Team.StartAsync(storage, schedule: "0 0 0 29 2 *", staff: Team.Sue);
        await app.EnrolAsync(timeZone: "Etc/UTC");
        LocalDate monday = new(2026, 1, 12);
        int crash = 0;
        for (bool crashed = true; crashed && crash < 60; crash++, monday = monday.PlusWeeks(1))
        {
            await app.GoToAsync($"{monday:uuuu-MM-dd}T06:00:00Z");
            storage.Reset(crash, after);
            await app.PostAsync(null, "/admin/functions/SendDigests", new { input = "" });
            await Deadline.UntilAsync(() => Task.FromResult(storage.Crashed || Math.Min(SentTo(People.Practitioner), SentTo(Team.Sue)) == 1));
            await app.Phones.SettledAsync();
            crashed = storage.Crashed;
            storage.Reset();
            await DeliverAgainAsync(app);
            await app.AdvanceAsync("PT24M", "PT1M");

            bool timerDied = crash == 0 && !after; // before it left its message; the host runs it again when it starts
            Assert.InRange(SentTo(People.Practitioner), timerDied ? 0 : 1, 2);
            Assert.InRange(SentTo(Team.Sue), timerDied ? 0 : 1, 2);
        }

        Assert.InRange(crash, 20, 59);

        int SentTo(string reader) => app.Digests($"{monday.PlusDays(-7):uuuu-MM-dd}", reader).Count;
    }

    /// <summary>A dead instance takes up one delivery of a message; here no time passes, so that it takes up all and the host parks it.</summary>
    private static async Task DeliverAgainAsync(App app)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        QueueClient parked = app.Storage.Queue("alerts-poison");
        if (await parked.ExistsAsync(cancellation))
        {
            foreach (QueueMessage message in (await parked.ReceiveMessagesAsync(32, cancellationToken: cancellation)).Value)
            {
                await app.Storage.Queue("alerts").SendMessageAsync(message.Body, cancellationToken: cancellation);
                await parked.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellation);
            }
        }
    }
}
