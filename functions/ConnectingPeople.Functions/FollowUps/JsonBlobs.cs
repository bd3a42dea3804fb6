using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>Reads and writes small documents, each as one blob.</summary>
internal static class JsonBlobs
{
    /// <returns>Null when there is no such blob.</returns>
    public static async Task<T?> ReadJsonAsync<T>(this BlockBlobClient blob, CancellationToken cancellation)
        where T : class =>
        (await blob.ReadVersionedJsonAsync<T>(cancellation))?.Content;

    /// <returns>The document and its version; null when there is no such blob.</returns>
    public static async Task<(T Content, ETag Version)?> ReadVersionedJsonAsync<T>(this BlockBlobClient blob, CancellationToken cancellation)
        where T : class
    {
        try
        {
            BlobDownloadResult found = await blob.DownloadContentAsync(cancellation);
            return (found.Content.ToObjectFromJson<T>(ExportJson.Options)!, found.Details.ETag);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    public static async Task WriteJsonAsync<T>(
        this BlockBlobClient blob, T content, BlobRequestConditions? conditions, CancellationToken cancellation)
    {
        using Stream json = BinaryData.FromObjectAsJson(content, ExportJson.Options).ToStream();
        BlobHttpHeaders headers = new() { ContentType = "application/json" };
        await blob.UploadAsync(json, new BlobUploadOptions { Conditions = conditions, HttpHeaders = headers }, cancellation);
    }

    /// <returns>False when the conditions don't hold.</returns>
    public static async Task<bool> TryWriteJsonAsync<T>(
        this BlockBlobClient blob, T content, BlobRequestConditions conditions, CancellationToken cancellation)
    {
        try
        {
            await blob.WriteJsonAsync(content, conditions, cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return false;
        }
    }
}
