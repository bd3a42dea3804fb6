namespace ConnectingPeople.LocalHost;

/// <summary>What a timer function is told about this run.</summary>
public class TimerInfo
{
    /// <summary>The schedule as it stood before this run, or null where it isn't monitored.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>Whether this run comes later than its schedule says.</summary>
    public bool IsPastDue { get; set; }
}
