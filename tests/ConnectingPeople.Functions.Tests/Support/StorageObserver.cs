using Azure.Core;
using Azure.Core.Pipeline;

namespace ConnectingPeople.Functions.Tests.Support;

/// <summary>Stands in the pipeline of the storage clients: counts calls, and makes one of them the moment of a crash.</summary>
public sealed class StorageObserver : HttpPipelinePolicy
{
    private readonly Lock gate = new();
    private int calls;
    private int? crashAt;
    private bool afterwards;
    private bool crashed;

    /// <summary>Forgets the calls. The nth of the next ones dies, counted from 0, and all after it until the next reset.</summary>
    /// <param name="crash">Which call dies; null for none.</param>
    /// <param name="after">Whether it dies when storage has done it and the answer is on its way, or before it gets there.</param>
    public void Reset(int? crash = null, bool after = false)
    {
        lock (gate)
        {
            calls = 0;
            crashAt = crash;
            afterwards = after;
            crashed = false;
        }
    }

    /// <summary>How many calls went since the last reset.</summary>
    public int Calls => calls;

    /// <summary>What happens before a call gets to storage; nothing by default.</summary>
    public Func<HttpMessage, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>What happens when storage has done a call, before its answer is heard; nothing by default.</summary>
    public Func<HttpMessage, Task> After { get; set; } = _ => Task.CompletedTask;

    /// <summary>Whether the crash came.</summary>
    public bool Crashed => crashed;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        bool dies = See();
        ProcessNext(message, pipeline);
        DieIf(dies);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        bool dies = See();
        await Before(message);
        await ProcessNextAsync(message, pipeline);
        await After(message);
        DieIf(dies);
    }

    private static void DieIf(bool dies)
    {
        if (dies)
        {
            throw new CrashException();
        }
    }

    /// <returns>Whether the instance dies when storage has done this.</returns>
    private bool See()
    {
        lock (gate)
        {
            bool wasDead = crashed;
            bool now = !wasDead && crashAt == calls;
            crashed |= now;
            DieIf(wasDead || (now && !afterwards));
            calls++;
            return now;
        }
    }
}

/// <summary>The instance died here.</summary>
public sealed class CrashException : Exception;
