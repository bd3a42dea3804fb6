using System.Text;
using ConnectingPeople.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ConnectingPeople.LocalHost.Tests;

public sealed class QueueTests
{
    [Fact]
    public async Task A_message_arrives_as_text_or_as_a_record_and_is_gone_afterwards()
    {
        string account = await Azurite.NewAccountAsync();
        Seen seen = new();
        await using App app = await StartAsync(account, seen, typeof(Texts), typeof(Records));

        await new TestQueue(account, "texts").SendAsync("Käse & {\"a\":1}");
        Assert.Equal("Käse & {\"a\":1}", await seen.NextAsync<string>());
        await new TestQueue(account, "records").SendAsync("""{"Number": 3, "name": "any case"}""");
        Assert.Equal(new Shard(3, "any case"), await seen.NextAsync<Shard>());

        await new TestQueue(account, "texts").EmptyAsync();
        await new TestQueue(account, "records").EmptyAsync();
    }

    [Fact]
    public async Task A_queue_may_be_named_by_a_setting_and_lie_in_another_account()
    {
        string other = await Azurite.NewAccountAsync();
        Seen seen = new();
        await using App app = await StartAsync(await Azurite.NewAccountAsync(), seen, [typeof(Elsewhere)], "--Other__Storage", other, "--Other__Queue", "far-away");

        await new TestQueue(other, "far-away").SendAsync("hello");

        Assert.Equal("hello", await seen.NextAsync<string>());
    }

    [Fact]
    public async Task A_message_that_keeps_failing_is_poisoned_after_so_many_tries()
    {
        string account = await Azurite.NewAccountAsync();
        Seen seen = new();
        await using App app = await StartAsync(account, seen, [typeof(Fails)], "--AzureFunctionsJobHost__extensions__queues__maxDequeueCount", "3");

        await new TestQueue(account, "fails").SendAsync("bad");

        await Deadline.UntilAsync(async () => await new TestQueue(account, "fails-poison").PeekRawAsync() is [string one] && one == Base64("bad"));
        await new TestQueue(account, "fails").EmptyAsync();
        Assert.Equal(["bad", "bad", "bad"], seen.All);
        Assert.Contains(app.Log.At(LogLevel.Error), line => line.EndsWith("failed 3 times and was moved to fails-poison."));
    }

    [Fact]
    public async Task A_message_that_fails_once_succeeds_at_its_next_try()
    {
        string account = await Azurite.NewAccountAsync();
        Seen seen = new();
        await using App app = await StartAsync(account, seen, typeof(FailsOnce));

        await new TestQueue(account, "fails-once").SendAsync("shaky");

        Assert.Equal("failed", await seen.NextAsync<string>());
        Assert.Equal("succeeded", await seen.NextAsync<string>());
        await new TestQueue(account, "fails-once").EmptyAsync();
        Assert.False(await new TestQueue(account, "fails-once-poison").ExistsAsync());
    }

    [Theory]
    [InlineData("not Base64 at all!")]
    [InlineData("/////w==")] // Base64, but no UTF-8
    [InlineData("bm90IEpTT04=")] // not JSON
    [InlineData("bnVsbA==")] // null
    [InlineData("eyJOdW1iZXIiOiJ0aHJlZSJ9")] // {"Number":"three"}
    public async Task A_message_that_cannot_be_bound_is_poisoned_as_it_came_and_stops_nothing(string message)
    {
        string account = await Azurite.NewAccountAsync();
        Seen seen = new();
        await using App app = await StartAsync(account, seen, typeof(Records));

        await new TestQueue(account, "records").SendRawAsync(message);
        await new TestQueue(account, "records").SendAsync("""{"Number": 4}""");

        Assert.Equal(new Shard(4, null), await seen.NextAsync<Shard>());
        await Deadline.UntilAsync(async () => await new TestQueue(account, "records-poison").PeekRawAsync() is [string one] && one == message);
        await new TestQueue(account, "records").EmptyAsync();
    }

    [Fact]
    public async Task Messages_run_side_by_side_but_no_more_than_a_batch_and_its_threshold()
    {
        string account = await Azurite.NewAccountAsync();
        Crowd crowd = new();
        foreach (int number in Enumerable.Range(0, 9))
        {
            await new TestQueue(account, "crowd").SendAsync($"{number}");
        }

        await using App app = await App.StartAsync([typeof(Crowded)], services => services.AddSingleton(crowd),
            ["--AzureWebJobsStorage", account, .. App.QuickQueues,
             "--AzureFunctionsJobHost__extensions__queues__batchSize", "2", "--AzureFunctionsJobHost__extensions__queues__newBatchThreshold", "1"]);

        await new TestQueue(account, "crowd").EmptyAsync();
        Assert.Equal(9, crowd.Total);
        Assert.InRange(crowd.Most, 2, 3);
    }

    [Fact]
    public async Task A_message_whose_function_outlasts_its_lease_runs_once()
    {
        string account = await Azurite.NewAccountAsync();
        Seen seen = new();
        await new TestQueue(account, "slow").SendAsync("slow");
        await using App app = await App.StartAsync(
            App.Launching([typeof(Slow)], ["--AzureWebJobsStorage", account, .. App.QuickQueues]) with { MessageLease = TimeSpan.FromSeconds(1) },
            services => services.AddSingleton(seen));

        await new TestQueue(account, "slow").EmptyAsync();

        Assert.Equal(["slow"], seen.All);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static Task<App> StartAsync(string account, Seen seen, params Type[] functions) => StartAsync(account, seen, functions, []);

    private static Task<App> StartAsync(string account, Seen seen, Type[] functions, params string[] arguments) =>
        App.StartAsync(functions, services => services.AddSingleton(seen), ["--AzureWebJobsStorage", account, .. App.QuickQueues, .. arguments]);


    internal sealed record Shard(int Number, string? Name);

    internal sealed class Texts(Seen seen)
    {
        [Function("Texts")]
        public void Run([QueueTrigger("texts")] string message) => seen.Add(message);
    }

    internal sealed class Records(Seen seen)
    {
        [Function("Records")]
        public Task RunAsync([QueueTrigger("records")] Shard shard, FunctionContext context, CancellationToken cancellation)
        {
            seen.Add(shard);
            return Task.CompletedTask;
        }
    }

    internal sealed class Elsewhere(Seen seen)
    {
        [Function("Elsewhere")]
        public void Run([QueueTrigger("%Other__Queue%", Connection = "Other__Storage")] string message) => seen.Add(message);
    }

    internal sealed class Fails(Seen seen)
    {
        [Function("Fails")]
        public void Run([QueueTrigger("fails")] string message)
        {
            seen.Add(message);
            throw new InvalidOperationException("no");
        }
    }

    internal sealed class FailsOnce(Seen seen)
    {
        [Function("FailsOnce")]
        public void Run([QueueTrigger("fails-once")] string message)
        {
            bool first = seen.All.Count == 0;
            seen.Add(first ? "failed" : "succeeded");
            if (first)
            {
                throw new InvalidOperationException("once");
            }
        }
    }

    internal sealed class Slow(Seen seen)
    {
        /// <remarks>Longer than two leases: no signal from outside can say that a lease would have ended.</remarks>
        [Function("Slow")]
        public async Task RunAsync([QueueTrigger("slow")] string message)
        {
            seen.Add(message);
            await Task.Delay(TimeSpan.FromSeconds(2.5));
        }
    }

    internal sealed class Crowd
    {
        private readonly Lock counting = new();
        private int present;

        public int Most { get; private set; }

        public int Total { get; private set; }

        public void Enter()
        {
            lock (counting)
            {
                Total++;
                Most = Math.Max(Most, ++present);
            }
        }

        public void Leave()
        {
            lock (counting)
            {
                present--;
            }
        }
    }

    internal sealed class Crowded(Crowd crowd)
    {
        [Function("Crowded")]
        public async Task RunAsync([QueueTrigger("crowd")] string message)
        {
            crowd.Enter();
            await Task.Delay(50);
            crowd.Leave();
        }
    }
}
