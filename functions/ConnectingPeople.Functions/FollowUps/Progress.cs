namespace ConnectingPeople.Functions.FollowUps;

/// <summary>Tells how far an export has got, and that somebody is still at it.</summary>
public sealed class Progress(ExportBlobs blobs, ExportStatus asked, IClock clock)
{
    private int busy;

    /// <summary>Writes the progress down, unless that is being done this moment.</summary>
    public async Task TellAsync(int percent, long rows, CancellationToken cancellation)
    {
        if (Interlocked.Exchange(ref busy, 1) == 0)
        {
            await blobs.SaveAsync(
                asked with { State = ExportState.Running, Percent = percent, Rows = rows, UpdatedAt = clock.GetCurrentInstant() }, cancellation);
            busy = 0;
        }
    }
}
