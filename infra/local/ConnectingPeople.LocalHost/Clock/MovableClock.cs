using System.Diagnostics;

namespace ConnectingPeople.LocalHost.Clock;

/// <summary>A clock that runs with real time and can be moved forward.</summary>
internal sealed class MovableClock(Instant start) : IClock
{
    private readonly Lock moving = new();
    private Instant origin = start;
    private long setAt = Stopwatch.GetTimestamp();

    public Instant GetCurrentInstant()
    {
        lock (moving)
        {
            return origin + Duration.FromTimeSpan(Stopwatch.GetElapsedTime(setAt));
        }
    }

    /// <summary>Moves to an instant, unless time has run past it already.</summary>
    public void MoveForwardTo(Instant instant)
    {
        lock (moving)
        {
            if (instant > GetCurrentInstant())
            {
                origin = instant;
                setAt = Stopwatch.GetTimestamp();
            }
        }
    }
}
