namespace ConnectingPeople.Simulator.Failures;

/// <summary>A failure that waits for its sends.</summary>
/// <param name="Address">The number or email address that it is for, or null for all.</param>
/// <param name="Times">How many sends are still to fail, or null until it is cleared.</param>
public sealed record PlannedFailure(string? Address, Failure Failure, int? Times);

/// <summary>Which sends fail on purpose. What is set for one address goes before what is set for all.</summary>
public sealed class FailurePlan(Changes changes)
{
    private const string Everyone = "";

    private readonly Lock gate = new();
    private readonly Dictionary<string, PlannedFailure> planned = [];

    public IReadOnlyList<PlannedFailure> All
    {
        get
        {
            lock (gate)
            {
                return [.. planned.Values];
            }
        }
    }

    /// <param name="address">A phone number or email address, or null for all.</param>
    /// <param name="failure">How to fail.</param>
    /// <param name="times">For how many sends; null until cleared.</param>
    public void Set(string? address, Failure failure, int? times = null)
    {
        if (times is <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(times), times, "At least one send has to fail; leave it out to fail until cleared.");
        }

        lock (gate)
        {
            planned[address ?? Everyone] = new PlannedFailure(address, failure, times);
        }

        changes.Tell();
    }

    public void Clear(string? address)
    {
        lock (gate)
        {
            planned.Remove(address ?? Everyone);
        }

        changes.Tell();
    }

    public PlannedFailure? For(string? address)
    {
        lock (gate)
        {
            return planned.GetValueOrDefault(address ?? Everyone);
        }
    }

    /// <summary>The failure that this very send meets, which counts as one of its times.</summary>
    public Failure? Take(string address)
    {
        lock (gate)
        {
            string key = planned.ContainsKey(address) ? address : Everyone;
            if (!planned.TryGetValue(key, out PlannedFailure? next))
            {
                return null;
            }

            if (next.Times == 1)
            {
                planned.Remove(key);
            }
            else
            {
                planned[key] = next with { Times = next.Times - 1 };
            }

            return next.Failure;
        }
    }
}
