using System.Net;
using ConnectingPeople.LocalHost.Settings;
using ConnectingPeople.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ConnectingPeople.LocalHost.Tests;

public sealed class StopTests
{
    [Fact]
    public async Task A_stop_lets_what_runs_finish_and_takes_nothing_new()
    {
        string account = await Azurite.NewAccountAsync();
        TestQueue queue = new(account, "work");
        await queue.SendAsync("first");
        await queue.SendAsync("second");
        Work work = new();
        await using App app = await StartAsync(account, work, patience: Deadline.Patience);
        await work.Began.Task.WaitAsync(Deadline.Patience);

        Task stop = app.StopAsync();
        Assert.False(stop.IsCompleted);
        work.MayEnd.SetResult();
        await stop;

        Assert.Equal("first", work.Done);
        Assert.False(work.WasCancelled);
        Assert.Equal(1, await queue.CountAsync());
        Assert.Single(await queue.PeekRawAsync());
    }

    [Fact]
    public async Task What_does_not_finish_in_time_is_cancelled_and_its_message_goes_back()
    {
        string account = await Azurite.NewAccountAsync();
        TestQueue queue = new(account, "work");
        await queue.SendAsync("endless");
        Work work = new();
        await using App app = await StartAsync(account, work, patience: TimeSpan.FromMilliseconds(100));
        await work.Began.Task.WaitAsync(Deadline.Patience);

        await app.StopAsync();

        Assert.True(work.WasCancelled);
        Assert.Single(await queue.PeekRawAsync());
    }

    [Fact]
    public async Task A_stop_ends_a_journey_at_its_next_step()
    {
        Seen seen = new();
        await using App app = await App.StartAsync([typeof(StopsTheHost)], services => services.AddSingleton(seen), "--now", TheClock.Monday);

        HttpResponseMessage answer = await app.Http.PostAsync("/local/clock", new StringContent("""{"advance": "P365D", "step": "PT1H"}"""));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("The clock got to 2026-01-05T10:0", await answer.Content.ReadAsStringAsync());
        Assert.Single(seen.All);
    }

    private static Task<App> StartAsync(string account, Work work, TimeSpan patience)
    {
        string[] oneByOne =
        [
            "--AzureFunctionsJobHost__extensions__queues__batchSize", "1",
            "--AzureFunctionsJobHost__extensions__queues__newBatchThreshold", "0",
        ];
        Launch launch = App.Launching([typeof(Works)], ["--AzureWebJobsStorage", account, .. App.QuickQueues, .. oneByOne]);
        return App.StartAsync(launch with { StopPatience = patience }, services => services.AddSingleton(work));
    }

    internal sealed class Work
    {
        public TaskCompletionSource Began { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource MayEnd { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string? Done { get; set; }

        public bool WasCancelled { get; set; }
    }

    internal sealed class Works(Work work)
    {
        [Function("Works")]
        public async Task RunAsync([QueueTrigger("work")] string message, CancellationToken cancellation)
        {
            work.Began.TrySetResult();
            try
            {
                await work.MayEnd.Task.WaitAsync(cancellation);
                work.Done = message;
            }
            catch (OperationCanceledException)
            {
                work.WasCancelled = true;
                throw;
            }
        }
    }

    internal sealed class StopsTheHost(Seen seen, IHostApplicationLifetime lifetime)
    {
        [Function("StopsTheHost")]
        public void Run([TimerTrigger("0 0 * * * *")] TimerInfo timer)
        {
            seen.Add("stopping");
            lifetime.StopApplication();
        }
    }
}
