namespace ConnectingPeople.Simulator.Study;

/// <summary>Moves the study's time.</summary>
public sealed class StudyTime(StudyApi study, StudyClock clock, Errands errands, Changes changes) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>
    /// Goes on hour by hour, and lets people answer before the next hour comes: moved in one go,
    /// the study would have gone on for days before anyone could reply.
    /// </summary>
    /// <returns>What went wrong, or null.</returns>
    public async Task<string?> AdvanceAsync(int hours, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            for (int hour = 0; hour < hours; hour++)
            {
                if (await AdvanceAnHourAsync(cancellation) is string trouble)
                {
                    return trouble;
                }
            }

            return null;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<string?> AdvanceAnHourAsync(CancellationToken cancellation)
    {
        StudyAnswer moved = await study.CallAsync(
            HttpMethod.Post, "/local/clock", StudyApi.Administrator, new { advance = "PT1H", step = "PT1H" }, cancellation);
        await clock.NowAsync(cancellation);
        await errands.SettledAsync();
        changes.Tell();
        return moved.Trouble;
    }
}
