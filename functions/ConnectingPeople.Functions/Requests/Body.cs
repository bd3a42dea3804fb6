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

        using MemoryStream bytes = new();
        byte[] buffer = new byte[16_384];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellation)) > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > max)
            {
                return null;
            }
        }

        return bytes.ToArray();
    }
}
