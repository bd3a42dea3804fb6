namespace ConnectingPeople.Functions.Requests;

/// <summary>Reads request bodies up to a limit.</summary>
public static class Body
{
    /// <returns>The bytes; null when there are more than <paramref name="max"/>.</returns>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int max, CancellationToken cancellation)
    {
        if (request.ContentLength > max)
        {
            return null;
        }

        byte[] start = await ReadStartAsync(request, max + 1, cancellation);
        return start.Length > max ? null : start;
    }

    /// <returns>The bytes, the first <paramref name="max"/> where there are more.</returns>
    public static async Task<byte[]> ReadStartAsync(HttpRequest request, int max, CancellationToken cancellation)
    {
        using MemoryStream bytes = new();
        byte[] buffer = new byte[Math.Min(max, 16_384)];
        int read;
        while (bytes.Length < max && (read = await request.Body.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, max - bytes.Length)), cancellation)) > 0)
        {
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}
