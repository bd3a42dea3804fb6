using System.Text.Json.Serialization;
using Azure.Storage.Queues;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>Asks for exports, one at a time, and tells how far they have got.</summary>
public sealed class Exports(ExportBlobs blobs, StorageClients clients, IClock clock)
{
    public const string QueueName = "exports";

    /// <summary>A job that hasn't been heard of for so long died, and keeps nobody waiting.</summary>
    private static readonly Duration Patience = Duration.FromMinutes(30);

    /// <summary>Asks for an export as of now, unless one is under way.</summary>
    /// <returns>The one asked for, or the one under way.</returns>
    public async Task<Export> RequestAsync(CancellationToken cancellation)
    {
        while (true)
        {
            CurrentExport current = await blobs.CurrentAsync(cancellation);
            if (current.Id is { } last && await FindAsync(last, cancellation) is { IsUnderWay: true } underWay)
            {
                return underWay;
            }

            ExportStatus created = await blobs.CreateAsync(clock.GetCurrentInstant(), cancellation);
            ExportId id = ExportId.Parse(created.Id)!;
            if (await blobs.TryMakeCurrentAsync(id, current, cancellation))
            {
                BinaryData message = BinaryData.FromObjectAsJson(new ExportMessage(id.Text));
                await clients.Queue(QueueName).SendMessageAsync(message, cancellationToken: cancellation);
                return Told(created);
            }

            await blobs.DeleteAsync(id, cancellation);
        }
    }

    /// <summary>How far an export has got.</summary>
    /// <returns>Null when there is none of that id.</returns>
    public async Task<Export?> FindAsync(ExportId id, CancellationToken cancellation)
    {
        if (await blobs.ManifestAsync(id, cancellation) is { } manifest)
        {
            return Told(manifest);
        }

        return await blobs.StatusAsync(id, cancellation) is { } status ? Told(status) : null;
    }

    /// <summary>A complete export as callers see it.</summary>
    public static Export Told(ExportManifest manifest) =>
        new(manifest.Id, ExportState.Complete, 100, manifest.Rows(), manifest.CutOff, null, manifest.Files);

    private Export Told(ExportStatus status)
    {
        bool isDead = status.State != ExportState.Failed && status.UpdatedAt + Patience < clock.GetCurrentInstant();
        ExportState state = isDead ? ExportState.Failed : status.State;
        return new Export(status.Id, state, status.Percent, status.Rows, status.CutOff, state == ExportState.Running ? status.Stage : null);
    }
}

/// <summary>An export to be made.</summary>
public sealed record ExportMessage(string Export)
{
    /// <exception cref="FormatException">The message names no export.</exception>
    [JsonIgnore]
    public ExportId Id => ExportId.Parse(Export) ?? throw new FormatException("The message names no export.");
}
