using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>Keeps as many complete exports as the study wants, and deletes all that is older than the oldest of them.</summary>
public sealed class ExportRetention(ExportBlobs blobs, Study study)
{
    public async Task ApplyAsync(CancellationToken cancellation)
    {
        int complete = 0;
        foreach (ExportId id in await blobs.IdsAsync(cancellation))
        {
            if (complete >= study.Exports.Keep)
            {
                await blobs.DeleteAsync(id, cancellation);
            }
            else if (await blobs.ManifestAsync(id, cancellation) is not null)
            {
                complete++;
            }
        }
    }
}
