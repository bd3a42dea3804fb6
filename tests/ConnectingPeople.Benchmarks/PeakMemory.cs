using System.Diagnostics;

namespace ConnectingPeople.Benchmarks;

/// <summary>How much memory a piece of work takes at its height.</summary>
internal static class PeakMemory
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(20);

    /// <returns>The greatest working set of the process while it ran, in bytes, all that wasn't needed given back before.</returns>
    public static async Task<long> OfAsync(Func<Task> work)
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using Process process = Process.GetCurrentProcess();
        return await HighestAsync(work, () =>
        {
            process.Refresh();
            return process.WorkingSet64;
        });
    }

    /// <returns>
    /// The most that the work still needed at any look while it ran, in bytes of the managed heap after a full collection. Looking
    /// slows the work down: its time says nothing.
    /// </returns>
    public static Task<long> HeldAsync(Func<Task> work) => HighestAsync(work, () => GC.GetTotalMemory(forceFullCollection: true));

    private static async Task<long> HighestAsync(Func<Task> work, Func<long> look)
    {
        long peak = 0;
        Task working = Task.Run(work);
        while (!working.IsCompleted)
        {
            peak = Math.Max(peak, look());
            await Task.WhenAny(working, Task.Delay(Often));
        }

        await working;
        return peak;
    }
}
