using Azure.Core;
using Azure.Core.Pipeline;

namespace ConnectingPeople.Functions.Tests.Support;

/// <summary>Stands in the pipeline of the storage clients: counts calls, and makes one of them the moment of a crash.</summary>
public sealed class StorageObserver : HttpPipelinePolicy
{
    private readonly List<string> calls = [];
    private int? crashAt;
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

    /// <summary>Forgets the calls; the nth of the next ones dies, counted from 0, and all after it until the next reset.</summary>
    public void Reset(int? crash = null)
    {
        lock (calls)
        {
            calls.Clear();
            crashAt = crash;
            crashed = false;
        }
    }

    /// <summary>Whether the crash came.</summary>
    public bool Crashed => crashed;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        See(message);
        ProcessNext(message, pipeline);
    }

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        See(message);
        return ProcessNextAsync(message, pipeline);
    }

    private void See(HttpMessage message)
    {
        lock (calls)
        {
            if (crashAt == calls.Count || crashed)
            {
                crashed = true;
                throw new CrashException();
            }

            calls.Add($"{message.Request.Method} {message.Request.Uri.Path}");
        }
    }
}

/// <summary>The instance died here.</summary>
public sealed class CrashException : Exception;
