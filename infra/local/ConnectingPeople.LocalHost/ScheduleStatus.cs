namespace ConnectingPeople.LocalHost;

/// <summary>Where a timer stands in its schedule, in UTC.</summary>
public class ScheduleStatus
{
    /// <summary>When it ran last; the default value before its first run.</summary>
    public DateTime Last { get; set; }

    /// <summary>The occurrence that this run answers, or the one that comes next.</summary>
    public DateTime Next { get; set; }

    /// <summary>When this was last written.</summary>
    public DateTime LastUpdated { get; set; }
}
