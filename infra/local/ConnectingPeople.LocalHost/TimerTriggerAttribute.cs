namespace ConnectingPeople.LocalHost;

/// <summary>Runs the function on a schedule, in UTC; stands on the parameter that takes the <see cref="TimerInfo"/>.</summary>
/// <param name="schedule">Six fields of NCRONTAB, a time span such as <c>00:05:00</c>, or <c>%Setting%</c>.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TimerTriggerAttribute(string schedule) : Attribute
{
    /// <summary>Whether the function also runs once as the host starts.</summary>
    public bool RunOnStartup { get; set; }

    /// <summary>Whether the function is told its last and next run. Here they are kept in memory alone.</summary>
    public bool UseMonitor { get; set; } = true;

    internal string Schedule { get; } = schedule;
}
