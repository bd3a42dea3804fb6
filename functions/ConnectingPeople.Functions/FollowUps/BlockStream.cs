using System.Text;
using Azure.Storage.Blobs.Specialized;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>
/// Bytes on their way into a blob: gathered, and sent as blocks that nobody sees before one call joins them, so that memory stays
/// flat. Blocks of a run that died are never joined, and vanish by themselves.
/// </summary>
/// <param name="blob">Where they go.</param>
/// <param name="name">Sets the blocks apart from all others of the blob; of the same length for each.</param>
public sealed class BlockStream(BlockBlobClient blob, string name) : Stream
{
    private const int BlockBytes = 256 * 1024;

    /// <summary>Below this a call of its own costs more than keeping the bytes.</summary>
    private const int LittleBytes = 64 * 1024;

    private readonly MemoryStream waiting = new();
    private readonly List<string> blocks = [];
    private long sent;

    /// <summary>Those sent so far, in their order.</summary>
    public IReadOnlyList<string> Blocks => blocks;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => sent + waiting.Length;

    public override long Position
    {
        get => Length;
        set => throw new NotSupportedException();
    }

    /// <summary>Sends what has gathered when that is enough for a block.</summary>
    public Task SendFullAsync(CancellationToken cancellation) => waiting.Length >= BlockBytes ? SendAsync(cancellation) : Task.CompletedTask;

    /// <summary>Sends what hasn't gone yet.</summary>
    public async Task SendAsync(CancellationToken cancellation)
    {
        if (waiting.Length == 0)
        {
            return;
        }

        string block = Convert.ToBase64String(Encoding.ASCII.GetBytes($"{name}-{blocks.Count:00000}"));
        waiting.Position = 0;
        await blob.StageBlockAsync(block, waiting, cancellationToken: cancellation);
        blocks.Add(block);
        sent += waiting.Length;
        waiting.SetLength(0);
    }

    /// <summary>
    /// Sends what hasn't gone yet, unless it is so little that it had better go along with something else, and lets go of the buffer:
    /// the blocks are asked for long after.
    /// </summary>
    /// <returns>The little that wasn't sent, at most 64 KiB.</returns>
    public async Task<ReadOnlyMemory<byte>> SendButALittleAsync(CancellationToken cancellation)
    {
        if (waiting.Length > LittleBytes)
        {
            await SendAsync(cancellation);
        }

        byte[] little = waiting.ToArray();
        waiting.SetLength(0);
        waiting.Capacity = 0;
        return little;
    }

    /// <summary>Puts blocks that were sent by another stream behind those of this one.</summary>
    public async Task FollowWithAsync(IReadOnlyList<string> others, CancellationToken cancellation)
    {
        if (others.Count > 0)
        {
            await SendAsync(cancellation);
            blocks.AddRange(others);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => waiting.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => waiting.Write(buffer);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        waiting.Write(buffer.Span);
        await SendFullAsync(cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Does nothing: what is sent when is this stream's own affair.</summary>
    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        waiting.Dispose();
        base.Dispose(disposing);
    }
}
