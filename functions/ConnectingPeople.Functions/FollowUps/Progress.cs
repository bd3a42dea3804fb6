namespace ConnectingPeople.Functions.FollowUps;

/// <summary>Tells how far an export has got, and that somebody is still at it.</summary>
public sealed class Progress(ExportBlobs blobs, ExportStatus asked, IClock clock)
{
    private ExportStage stage;
    private int parts = 1;
    private int done;
    private int busy;

    /// <summary>Where each stage begins, in percent; reading participants takes the most.</summary>
    private static readonly int[] Begins = [0, 75, 95, 100];

    private int Percent => Begins[(int)stage] + ((Begins[(int)stage + 1] - Begins[(int)stage]) * done / (parts + 1));

    /// <summary>A stage begins that has so many parts.</summary>
    public Task BeginAsync(ExportStage begun, int howMany, long rows, CancellationToken cancellation)
    {
        (stage, parts, done) = (begun, howMany, 0);
        return TellAsync(rows, cancellation);
    }

    /// <summary>One more part is done.</summary>
    public Task PartDoneAsync(long rows, CancellationToken cancellation)
    {
        Interlocked.Increment(ref done);
        return TellAsync(rows, cancellation);
    }

    /// <summary>Writes the progress down, unless that is being done this moment. Only publishing makes it 100%.</summary>
    public async Task TellAsync(long rows, CancellationToken cancellation)
    {
        if (Interlocked.Exchange(ref busy, 1) == 0)
        {
            ExportStatus status = new(asked.Id, ExportState.Running, Percent, rows, asked.CutOff, clock.GetCurrentInstant(), stage);
            await blobs.SaveAsync(status, cancellation);
            Interlocked.Exchange(ref busy, 0);
        }
    }
}
