using System.Collections.Concurrent;
using System.Threading.Channels;

namespace ConnectingPeople.LocalHost.Tests.Support;

/// <summary>What functions tell the test that waits for it.</summary>
internal sealed class Seen
{
    private readonly Channel<object> channel = Channel.CreateUnbounded<object>();
    private readonly ConcurrentQueue<object> all = [];

    public IReadOnlyList<object> All => [.. all];

    public void Add(object what)
    {
        all.Enqueue(what);
        channel.Writer.TryWrite(what);
    }

    /// <summary>The next thing that is told.</summary>
    public async Task<T> NextAsync<T>() => (T)await channel.Reader.ReadAsync().AsTask().WaitAsync(Deadline.Patience);
}
