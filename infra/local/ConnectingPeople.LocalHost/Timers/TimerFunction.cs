using ConnectingPeople.LocalHost.Invocations;
using ConnectingPeople.LocalHost.Settings;
using Microsoft.Extensions.Configuration;

namespace ConnectingPeople.LocalHost.Timers;

/// <summary>A function on a schedule; it never overlaps itself.</summary>
internal sealed class TimerFunction(FunctionDefinition function, TimerTriggerAttribute trigger, Schedule schedule, FunctionRunner runner, IClock clock)
    : IDisposable
{
    /// <summary>What is later than this was missed; what isn't merely waited its turn, or for the end of a step of the clock.</summary>
    private static readonly Duration Late = Duration.FromMinutes(1);

    /// <summary>The system's timers reach no further than some weeks.</summary>
    private static readonly Duration LongestWait = Duration.FromDays(1);

    private readonly SemaphoreSlim alone = new(1);
    private DateTime last;
    private bool runsNow = trigger.RunOnStartup;

    public string Name => function.Name;

    /// <summary>When it runs next.</summary>
    public Instant Next { get; private set; } = schedule.After(clock.GetCurrentInstant());

    /// <exception cref="StartException">The schedule, or the setting that should hold it, is no good.</exception>
    public static TimerFunction From(
        FunctionDefinition function, TimerTriggerAttribute trigger, IConfiguration configuration, FunctionRunner runner, IClock clock)
    {
        string text = SettingName.Resolve(trigger.Schedule, function.Name, configuration);
        try
        {
            return new TimerFunction(function, trigger, Schedule.Parse(text), runner, clock);
        }
        catch (FormatException e)
        {
            throw new StartException(
                $"Function {function.Name}: the schedule '{text}'{SettingName.Describe(trigger.Schedule)} can't be read. {e.Message} "
                + "Write six fields (second minute hour day month weekday) or a time span.", e);
        }
    }

    /// <summary>Runs as the schedule says until it is told to pause; what runs then is finished first.</summary>
    public async Task ListenAsync(CancellationToken pause)
    {
        while (!pause.IsCancellationRequested)
        {
            if (runsNow || Next <= clock.GetCurrentInstant())
            {
                await RunDueAsync();
            }
            else
            {
                Duration wait = Duration.Min(Next - clock.GetCurrentInstant(), LongestWait);
                await Task.Delay(Duration.Max(wait, Duration.FromMilliseconds(1)).ToTimeSpan(), pause).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Runs as an occurrence of the schedule, which then moves on.</summary>
    public async Task RunDueAsync()
    {
        Instant now = clock.GetCurrentInstant();
        runsNow = false;
        await RunAsync();
        last = now.ToDateTimeUtc();
        Next = schedule.After(now);
    }

    /// <summary>Runs once besides the schedule.</summary>
    public async Task RunAsync()
    {
        await alone.WaitAsync();
        try
        {
            bool late = clock.GetCurrentInstant() - Next > Late;
            await runner.RunAsync(function, new TimerInfo { ScheduleStatus = Status(), IsPastDue = late });
        }
        finally
        {
            alone.Release();
        }
    }

    public void Dispose() => alone.Dispose();

    private ScheduleStatus? Status() =>
        trigger.UseMonitor ? new ScheduleStatus { Last = last, Next = Next.ToDateTimeUtc(), LastUpdated = last } : null;
}
