namespace ConnectingPeople.Simulator.Cohort;

/// <summary>What people will do when the study's time has come to it: nobody answers everything at once.</summary>
public sealed class Later(Errands errands)
{
    private readonly Lock gate = new();
    private readonly List<(Instant Due, string Address, Func<CancellationToken, Task> Work)> waiting = [];

    /// <summary>Puts something off.</summary>
    /// <param name="due">The study's time from which on it happens.</param>
    /// <param name="address">Whose phone or inbox it concerns.</param>
    /// <param name="work">What happens.</param>
    public void At(Instant due, string address, Func<CancellationToken, Task> work)
    {
        lock (gate)
        {
            waiting.Add((due, address, work));
        }
    }

    /// <summary>Begins all that is due, what was due first before the rest.</summary>
    public void Begin(Instant now)
    {
        lock (gate)
        {
            foreach ((_, string address, Func<CancellationToken, Task> work) in waiting.Where(one => one.Due <= now).OrderBy(one => one.Due))
            {
                errands.Add(address, work);
            }

            waiting.RemoveAll(one => one.Due <= now);
        }
    }
}
