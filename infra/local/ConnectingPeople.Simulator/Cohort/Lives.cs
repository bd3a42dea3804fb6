using System.Collections.Concurrent;

namespace ConnectingPeople.Simulator.Cohort;

/// <summary>Who lives a course of their own, by the number or the address that they are reached at.</summary>
public sealed class Lives
{
    private readonly ConcurrentDictionary<string, ILife> lives = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Lets somebody live at a number and, where they have one, an inbox.</summary>
    public void Begin(ILife life, params ReadOnlySpan<string?> addresses)
    {
        foreach (string? address in addresses)
        {
            if (address is not null)
            {
                lives[address] = life;
            }
        }
    }

    public ILife? At(string address) => lives.GetValueOrDefault(address);
}
