using Azure.Core;
using Azure.Core.Pipeline;

namespace ConnectingPeople.Functions.Tests.Support;

/// <summary>Stands in the pipeline of the storage clients: counts calls, and makes one of them the moment of a crash.</summary>
public sealed class StorageObserver : HttpPipelinePolicy
{
    private readonly List<string> calls = [];
    private int? crashAt;
    private bool afterwards;
    private bool crashed;

    /// <summary>The calls since <see cref="Reset"/>, as method and path.</summary>
    public IReadOnlyList<string> Calls
    {
        get
        {
            lock (calls)
            {
                return [.. calls];
            }
        }
    }

    /// <summary>Forgets the calls. The nth of the next ones dies, counted from 0, and all after it until the next reset.</summary>
    /// <param name="crash">Which call dies; null for none.</param>
    /// <param name="after">Whether it dies when storage has done it and the answer is on its way, or before it gets there.</param>
    public void Reset(int? crash = null, bool after = false)
    {
        lock (calls)
        {
            calls.Clear();
            crashAt = crash;
            afterwards = after;
            crashed = false;
        }
    }

    /// <summary>Whether the crash came.</summary>
    public bool Crashed => crashed;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        bool dies = See(message);
        ProcessNext(message, pipeline);
        DieIf(dies);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        bool dies = See(message);
        await ProcessNextAsync(message, pipeline);
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
    private bool See(HttpMessage message)
    {
        lock (calls)
        {
            bool wasDead = crashed;
            bool now = !wasDead && crashAt == calls.Count;
            crashed |= now;
            DieIf(wasDead || (now && !afterwards));
            calls.Add($"{message.Request.Method} {message.Request.Uri.Path}");
            return now;
        }
    }
}

/// <summary>The instance died here.</summary>
public sealed class CrashException : Exception;
