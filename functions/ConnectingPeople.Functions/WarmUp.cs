using System.Security.Cryptography;
using Azure.Data.Tables;
using Azure.Storage.Queues;

namespace ConnectingPeople.Functions;

/// <summary>Gets ready what the start waits for and what needs no settings, while these are read: a second core has nothing to do then.</summary>
internal static class WarmUp
{
    private const string Nowhere = "UseDevelopmentStorage=true";

    /// <summary>Goes on beside the start, and connects to nothing.</summary>
    public static void Begin() => Task.Run(() =>
    {
        _ = new QueueServiceClient(Nowhere);
        _ = new TableServiceClient(Nowhere);
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    });
}
