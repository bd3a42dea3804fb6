namespace ConnectingPeople.Functions.FollowUps;

/// <summary>Tells how far an export has got, and that somebody is still at it.</summary>
public sealed class Progress(ExportBlobs blobs, ExportStatus asked, int parts, IClock clock)
{
    private int done;
    private int busy;

    /// <summary>One more part is written.</summary>
    public void PartDone() => Interlocked.Increment(ref done);

    /// <summary>Writes the progress down, unless that is being done this moment. Only publishing makes it 100%.</summary>
    public async Task TellAsync(long rows, CancellationToken cancellation)
    {
        if (Interlocked.Exchange(ref busy, 1) == 0)
        {
            int percent = 100 * done / (parts + 1);
            ExportStatus status = new(asked.Id, ExportState.Running, percent, rows, asked.CutOff, clock.GetCurrentInstant());
            await blobs.SaveAsync(status, cancellation);
            Interlocked.Exchange(ref busy, 0);
        }
    }
}
