using ConnectingPeople.LocalHost.Timers;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectingPeople.LocalHost.Tests;

public sealed class TimerTests
{
    [Theory]
    [InlineData("0 0 8 * * 1", "2026-01-05T08:00:00Z", "2026-01-12T08:00:00Z")]
    [InlineData("0 */15 * * * *", "2026-01-05T08:14:59Z", "2026-01-05T08:15:00Z")]
    [InlineData("*/30 * * * * *", "2026-01-05T08:14:30Z", "2026-01-05T08:15:00Z")]
    [InlineData("0 0 2 29 2 *", "2026-01-05T08:00:00Z", "2028-02-29T02:00:00Z")]
    [InlineData("30 8 * * *", "2026-01-05T08:30:00Z", "2026-01-06T08:30:00Z")]
    [InlineData("0 30 1 29 3 *", "2026-03-01T00:00:00Z", "2026-03-29T01:30:00Z")] // an hour that British clocks skip that night
    [InlineData("00:05:00", "2026-01-05T08:14:30Z", "2026-01-05T08:19:30Z")]
    public void The_next_occurrence_is_reckoned_in_UTC(string schedule, string after, string next) =>
        Assert.Equal(
            NodaTime.Text.InstantPattern.General.Parse(next).Value,
            Schedule.Parse(schedule).After(NodaTime.Text.InstantPattern.General.Parse(after).Value));

    [Fact]
    public async Task A_timer_runs_by_itself_when_its_time_comes()
    {
        Seen seen = new();
        await using App app = await App.StartAsync([typeof(EverySecond)], services => services.AddSingleton(seen), "--Schedule", "* * * * * *", "--now", TheClock.Monday);

        TimerInfo first = await seen.NextAsync<TimerInfo>();
        TimerInfo second = await seen.NextAsync<TimerInfo>();

        Assert.Equal(default, first.ScheduleStatus!.Last);
        Assert.Equal(0, second.ScheduleStatus!.Next.Millisecond);
        Assert.InRange(second.ScheduleStatus.Last, first.ScheduleStatus.Next, second.ScheduleStatus.Next);
        Assert.Equal(DateTimeKind.Utc, second.ScheduleStatus.Next.Kind);
        Assert.False(second.IsPastDue);
    }

    [Fact]
    public async Task A_timer_that_runs_on_startup_does_so_once_and_need_not_be_monitored()
    {
        Seen seen = new();
        await using App app = await App.StartAsync([typeof(AtStart)], services => services.AddSingleton(seen), "--now", TheClock.Monday);

        Assert.Null((await seen.NextAsync<TimerInfo>()).ScheduleStatus);
        await app.MoveAsync(new { advance = "PT1H" });
        await app.MoveAsync(new { advance = "PT1H" });
        Assert.Single(seen.All);
    }

    [Fact]
    public async Task A_timer_never_overlaps_itself()
    {
        Overlap overlap = new();
        await using App app = await App.StartAsync([typeof(Lone)], services => services.AddSingleton(overlap), "--now", TheClock.Monday);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => app.Http.PostAsync("/admin/functions/Lone", new StringContent("{}"))));

        Assert.Equal(3, overlap.Runs);
        Assert.False(overlap.Seen.Task.IsCompleted);
    }

    internal sealed class EverySecond(Seen seen)
    {
        [Function("EverySecond")]
        public void Run([TimerTrigger("%Schedule%")] TimerInfo timer) => seen.Add(timer);
    }

    internal sealed class AtStart(Seen seen)
    {
        [Function("AtStart")]
        public void Run([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true, UseMonitor = false)] TimerInfo timer) => seen.Add(timer);
    }

    internal sealed class Overlap
    {
        private int present;

        public int Runs { get; set; }

        public TaskCompletionSource Seen { get; } = new();

        public async Task RunAsync()
        {
            Runs++;
            if (Interlocked.Increment(ref present) > 1)
            {
                Seen.SetResult();
            }

            // Long enough for another to come in, if it may.
            await Task.WhenAny(Seen.Task, Task.Delay(200));
            Interlocked.Decrement(ref present);
        }
    }

    internal sealed class Lone(Overlap overlap)
    {
        [Function("Lone")]
        public Task RunAsync([TimerTrigger("0 0 0 1 1 *")] TimerInfo timer) => overlap.RunAsync();
    }
}
