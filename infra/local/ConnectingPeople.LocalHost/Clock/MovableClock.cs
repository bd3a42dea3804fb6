namespace ConnectingPeople.LocalHost.Clock;

/// <summary>A clock that runs with the system's and can be moved forward.</summary>
/// <param name="start">What it shows at first; null for the present.</param>
internal sealed class MovableClock(Instant? start) : IClock
{
    private long aheadByTicks = start is Instant from ? (from - Present).BclCompatibleTicks : 0;

    private static Instant Present => SystemClock.Instance.GetCurrentInstant();

    public Instant GetCurrentInstant() => Present.PlusTicks(Interlocked.Read(ref aheadByTicks));

    /// <summary>Moves to an instant, unless time has run past it already.</summary>
    public void MoveForwardTo(Instant instant) =>
        Interlocked.Add(ref aheadByTicks, Math.Max(0, (instant - GetCurrentInstant()).BclCompatibleTicks));
}
